import { useWords } from "../say.ts";
import { HomeButton } from "../ui/button.tsx";
import { useTitle } from "../ui/page.tsx";
import classes from "../ui/state.module.css";

export function NotFoundPage() {
  const { notFound } = useWords();
  useTitle(notFound.title);
  return (
    <div className={classes["state"]}>
      <h1 className={classes["title"]}>{notFound.title}</h1>
      <p className={classes["text"]}>{notFound.text}</p>
      <p>
        <HomeButton>{notFound.back}</HomeButton>
      </p>
    </div>
  );
}
