import { Link, useLocation } from "wouter";
import { useSession } from "../api/session.ts";
import { dashboardPages, navigationGroups } from "../pages/page-table.tsx";
import { pagePaths } from "../paths.ts";
import classes from "./shell.module.css";

/** The pages that this key may see. */
export function Navigation() {
  const { can } = useSession();
  const [address] = useLocation();
  const location = dashboardPages.find(({ path }) => path === address)?.within ?? address;
  const shown = dashboardPages.filter(({ navigation, permission }) => navigation && can(permission));
  return (
    <nav className={classes.links} aria-label="Pages">
      {navigationGroups.map((group) => {
        const pages = shown.filter(({ navigation }) => navigation?.group === group);
        if (pages.length === 0) return null;
        return (
          <div key={group}>
            <p className={classes.group}>{group}</p>
            {pages.map(({ path, navigation }) => {
              if (!navigation) return null;
              const { icon: Picture, label } = navigation;
              return (
                <Link
                  key={path}
                  className={classes.link}
                  href={path}
                  aria-current={isWithin(location, path) ? "page" : undefined}
                >
                  <Picture size={18} stroke={1.7} aria-hidden />
                  {label}
                </Link>
              );
            })}
          </div>
        );
      })}
    </nav>
  );
}

function isWithin(location: string, path: string): boolean {
  return location === path || (path !== pagePaths.overview && location.startsWith(`${path}/`));
}
