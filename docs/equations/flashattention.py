"""FlashAttention: Algorithm 1, its backward pass and its traffic (sections 3.1, 3.2, B.4)."""

import numpy as np


def standard(Q, K, V):
    """Plain attention of Q, K, V (N, d), unscaled as in section 2.2: out; how many numbers move."""
    S = Q @ K.T
    P = np.exp(S - S.max(axis=1, keepdims=True))
    P = P / P.sum(axis=1, keepdims=True)
    return P @ V, 3 * Q.size + 2 * S.size + 2 * P.size + Q.size  # Q, K, V; S and P twice; out


def running(scores, values, B):
    """One query, B keys at a time: after each block the maximum m, sum ell, weighted sum a."""
    m, ell, a, steps = -np.inf, 0.0, 0.0, []
    for j in range(0, len(scores), B):
        block, v = scores[j : j + B], values[j : j + B]
        new = max(m, block.max())
        f, old = np.exp(block - new), np.exp(m - new)
        m, ell, a = new, old * ell + f.sum(), old * a + f @ v
        steps.append((m, ell, a))
    return steps  # the output is the last a / ell


def block_sizes(M, d):
    """Algorithm 1, line 1: rows of a block of keys and values, rows of a block of queries."""
    B_c = -(-M // (4 * d))
    return B_c, min(B_c, d)


def flash(Q, K, V, M):
    """Algorithm 1 with room for M numbers in SRAM: out, m (N), ell (N); numbers moved."""
    N, d = Q.shape
    (B_c, B_r), moved = block_sizes(M, d), 0
    out, ell, m = np.zeros((N, d)), np.zeros(N), np.full(N, -np.inf)
    for j in range(0, N, B_c):
        K_j, V_j = K[j : j + B_c], V[j : j + B_c]
        moved += K_j.size + V_j.size
        for i in range(0, N, B_r):
            rows = slice(i, i + B_r)
            S = Q[rows] @ K_j.T
            m_new = np.maximum(m[rows], S.max(axis=1))
            old, P = np.exp(m[rows] - m_new), np.exp(S - m_new[:, None])
            ell_new = old * ell[rows] + P.sum(axis=1)
            out[rows] = ((ell[rows] * old)[:, None] * out[rows] + P @ V_j) / ell_new[:, None]
            m[rows], ell[rows] = m_new, ell_new
            moved += 3 * Q[rows].size + 4 * len(m_new)  # Q, out, ell, m in; all but Q out
    return out, m, ell, moved


def backward(Q, K, V, out, m, ell, dO):
    """Appendix B.4, in one block: dQ, dK, dV (N, d) from what the forward pass kept."""
    P = np.exp(Q @ K.T - m[:, None]) / ell[:, None]  # computed again, not stored
    D = (dO * out).sum(axis=1)
    dS = P * (dO @ V.T - D[:, None])
    return dS @ K, dS.T @ Q, P.T @ dO


def reproduced():
    """Each quantity as computed here and as the paper prints it, where, and why they differ."""
    heads, N, d = 64 * 16, 1024, 64  # the caption of Figure 2
    product = 2 * N * N * d * heads / 1e9  # GFLOP of one matrix product
    square, narrow = 2 * N * N * heads / 1e9, 2 * N * d * heads / 1e9  # GB of 16-bit numbers
    gap, left = "The caption's 64 x 16 heads, products alone.", "Figure 2, left"
    return [
        ("Times fewer HBM accesses", f"{40.3 / 4.4:.0f}", "9", "Section 1; " + left, ""),
        ("40.3 GB in passes over all N x N", f"{40.3 / square:.1f}", "", left, ""),
        ("4.4 GB in passes over all N x d", f"{4.4 / narrow:.1f}", "", left, ""),
        ("GFLOP, standard (6 products)", f"{6 * product:.1f}", "66.6", left, gap),
        ("GFLOP, FlashAttention (7 products)", f"{7 * product:.1f}", "75.2", left, gap),
        ("Faster than Hugging Face, GPT-2 small", f"{9.5 / 2.7:.1f}", "3.5", "Table 2", ""),
        ("Faster than Hugging Face, GPT-2 medium", f"{21.0 / 6.9:.1f}", "3.0", "Table 2", ""),
        ("Faster than MLPerf's record, BERT", f"{20.0 / 17.4 - 1:.0%}", "15%", "Section 4.1", ""),
    ]


if __name__ == "__main__":
    for quantity, computed, printed, where, why in reproduced():
        print(f"{quantity:<46} {computed:>14} {printed:>14}  {where}{'  ' + why if why else ''}")
