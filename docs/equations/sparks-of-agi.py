"""How sure the paper's success rates are, and what Table 2 and section 8 add up to."""

import numpy as np

AT_ONCE, IN_STEPS = {"0-9": 58, "10-19": 16, "20-39": 12, "99-199": 0}, {"1-40": 100, "1-200": 90}
CHANGE_ONE = {"0-9": 32, "10-19": 25, "20-49": 22, "50-100": 18}  # section 8.2: percent right
TABLE_2 = {  # percent of 100 problems solved: easy, median, hard, overall
    "GPT-4, k = 1": (68.2, 40.0, 10.7, 38.0), "GPT-4, k = 5": (86.4, 60.0, 14.3, 53.0),
    "text-davinci-003, k = 1": (50.0, 16.0, 0.0, 19.0), "Codex, k = 1": (27.3, 12.0, 3.6, 13.0),
    "text-davinci-003, k = 5": (81.8, 34.0, 3.6, 36.0), "Codex, k = 5": (50.0, 22.0, 3.6, 23.0),
    "Human (LeetCode users)": (72.2, 37.7, 7.0, 38.2),
}  # fmt: skip


def standard_error(p, n):
    """The standard error of a share p of successes in n independent tries."""
    return np.sqrt(p * (1 - p) / n)


def interval(p, n, z=1.96):
    """Wilson's 95% interval around a share p of n tries; it makes sense even at 0 and at 1."""
    middle, spread = p + z**2 / (2 * n), z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    return (middle - spread) / (1 + z**2 / n), (middle + spread) / (1 + z**2 / n)


def z_score(p, n, q, m):
    """By how many standard errors a share p of n and a share q of m differ, if independent."""
    return (p - q) / np.hypot(standard_error(p, n), standard_error(q, m))


def fits(row, counts):
    """Whether the row's percentages are whole problems that add up to its overall percentage."""
    solved = np.round(np.array(row[:3]) * counts / 100)
    shares = [*100 * solved / counts, 100 * solved.sum() / sum(counts)]
    return [round(share, 1) for share in shares] == list(row)


def problem_counts(row, total=100):
    """Every split of the problems into easy, median and hard that fits the row of Table 2."""
    splits = [(e, m, total - e - m) for e in range(1, total) for m in range(1, total - e)]
    return [counts for counts in splits if fits(row, counts)]


def overall(row, counts):
    """The overall percentage of a row of Table 2, its parts weighted by the counts of problems."""
    return np.dot(row[:3], counts) / sum(counts)


def primes(low, high):
    """The prime numbers from low to high, where low is at least 2."""
    return [n for n in range(low, high + 1) if all(n % d for d in range(2, n))]


def change_one(a, b, c, d, target):
    """Every way to change exactly one number of a * b + c * d so that it equals the target."""
    numbers = range(target + 1)
    tries = [t for n in numbers for t in [(n, b, c, d), (a, n, c, d), (a, b, n, d), (a, b, c, n)]]
    return [t for t in tries if t != (a, b, c, d) and t[0] * t[1] + t[2] * t[3] == target]


def reproduced():
    """Each quantity: computed here, printed in the paper, where it is, and why they differ."""
    [n] = problem_counts(TABLE_2["GPT-4, k = 1"])
    rows = [("Problems, easy / median / hard", " / ".join(map(str, n)), "", "Table 2", "")]
    for name, row in TABLE_2.items():
        why = "The users' parts, weighted like the problems." if name.startswith("Human") else ""
        rows.append((f"Overall %, {name}", f"{overall(row, n):.1f}", f"{row[3]}", "Table 2", why))
    z, planning = z_score(0.82, 164, 0.67, 164), z_score(0.32, 100, 0.18, 100)
    return [
        *rows,
        ("82% against 67% of 164, standard errors", f"{z:.1f}", "", "Table 1; OpenAI", ""),
        ("Primes between 150 and 250", f"{len(primes(150, 250))}", "18", "Section 8.1", ""),
        ("7 * 4 + 8 * 8", f"{7 * 4 + 8 * 8}", "88", "Section 8.2", "The model's answer is wrong."),
        ("32% against 18%, standard errors at n = 100", f"{planning:.1f}", "", "Section 8.2", ""),
    ]


if __name__ == "__main__":
    for quantity, computed, printed, where, why in reproduced():
        print(f"{quantity:<46} {computed:>14} {printed:>14}  {where}{'  ' + why if why else ''}")
