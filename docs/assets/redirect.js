// Leads on from a former address with the query and the anchor, which a refresh by <meta> would lose.
// In a block of its own; relative addresses are seen from the former page.
{
  const { target } = document.currentScript.dataset;
  location.replace(target + location.search + location.hash);
}
