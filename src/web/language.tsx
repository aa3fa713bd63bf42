import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import type { Language } from "./report.ts";
import { LanguageContext } from "./say.ts";
import { keep, lasting, recall } from "./storage.ts";

const key = "helder-language";

function known(text: string | null): Language | null {
  return text === "nl" || text === "en" ? text : null;
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [chosen, setChosen] = useState<Language | null>(() => known(recall(lasting, key)));
  const [suggested, setSuggested] = useState<Language>(() => known(document.documentElement.lang) ?? "en");
  const language = chosen ?? suggested;
  const choose = useCallback((next: Language) => {
    keep(lasting, key, next);
    setChosen(next);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo(() => ({ language, choose, suggest: setSuggested }), [language, choose]);
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}
