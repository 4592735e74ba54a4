// Loaded in the head, before the theme's first script and the first paint.

// Where the browser refuses storage even to be asked for, the theme's scripts fail, and search with them.
// This gives them one that forgets with the page.
for (const name of ["localStorage", "sessionStorage"]) {
  try {
    void window[name];
  } catch {
    const kept = new Map();
    const value = {
      getItem: (key) => kept.get(`${key}`) ?? null,
      setItem: (key, text) => void kept.set(`${key}`, `${text}`),
      removeItem: (key) => void kept.delete(`${key}`),
    };
    Object.defineProperty(window, name, { value });
  }
}

// What the reader's scripts are going to show, as attributes of the page: the style sheets keep room for it,
// and keep out of sight what is about to move. Without those scripts everything appears after a while.
{
  const page = document.documentElement.dataset;
  page.waiting = location.search.length > 1 ? "arranged" : "";
  setTimeout(() => delete page.waiting, 4000);
  try {
    const { papers, track } = JSON.parse(localStorage.getItem("reading-list"));
    const [, here] = location.pathname.match(/\/papers\/([a-z0-9-]+)\/[^/]*$/) ?? [];
    if (track) Object.assign(page, { track: "", waiting: "arranged" });
    if (Object.values(papers).some(({ read }) => read)) page.begun = "";
    const { note, read, guide = {} } = here && Object.hasOwn(papers, here) ? papers[here] : {};
    if (note) page.noted = "";
    if (!read && Object.values(guide).some(({ read }) => read)) page.going = "";
  } catch {
    // Nothing is kept, or nothing that can be read: the scripts begin anew.
  }
}
