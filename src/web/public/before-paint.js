// Sets theme and language before the first paint, so that neither flashes. A file and not an inline script: the content security policy allows no inline scripts.
(function () {
  const root = document.documentElement;
  let theme = null;
  let language = null;
  try {
    theme = localStorage.getItem("helder-theme");
    language = localStorage.getItem("helder-language");
  } catch {
    // storage may be blocked; the defaults hold
  }
  const dark = theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
  root.lang = language === "nl" || language === "en" ? language : navigator.language.slice(0, 2) === "nl" ? "nl" : "en";
})();
