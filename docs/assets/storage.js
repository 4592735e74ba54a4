// Where the browser refuses storage even to be asked for, the theme's scripts fail, and search with them.
// This gives them one that forgets with the page. Loaded in the head, before the theme's first script.
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
