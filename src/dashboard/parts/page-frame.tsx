import { Group, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconChevronLeft } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "wouter";
import classes from "./page-frame.module.css";

/** What every page has: its name in the window's title and as the heading, what it is for, and what can be done here. */
export function PageFrame(props: {
  title: string;
  /** Beside the title, such as a badge. */
  mark?: ReactNode;
  description?: ReactNode;
  /** Where this page hangs: `{ to: "/endpoints", label: "Endpoints" }`. */
  back?: { to: string; label: string };
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { title, mark, description, back, actions, children } = props;
  useDocumentTitle(`${title} · Posthorn`);
  const heading = useRef<HTMLHeadingElement>(null);
  // Who uses a screen reader or the keyboard learns that another page is there, and goes on from its top.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={classes.page}>
      {back && (
        <Link className={classes.back} href={back.to}>
          <IconChevronLeft size={15} aria-hidden />
          {back.label}
        </Link>
      )}
      <header className={classes.head}>
        <div>
          <Group gap="sm">
            <Title order={1} ref={heading} tabIndex={-1}>
              {title}
            </Title>
            {mark}
          </Group>
          {description && <p className={classes.description}>{description}</p>}
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </header>
      {children}
    </div>
  );
}
