// A former address leads to the new one with its anchor, which a refresh without a script would lose.
location.replace(document.currentScript.dataset.to + location.search + location.hash);
