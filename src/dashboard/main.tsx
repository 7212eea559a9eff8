import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueryClient } from "./api/query-client.ts";
import { Dashboard } from "./dashboard.tsx";
import { ErrorBoundary } from "./pages/error-boundary.tsx";
import { watchBackButton } from "./parts/leaving.ts";
import { keepEscapeFromDialogsBelow } from "./shell/session-ended.tsx";
import { addFonts } from "./style/fonts.ts";
import { cssVariables, theme } from "./style/theme.ts";
import { styleNonce } from "./style-nonce.ts";

addFonts();
watchBackButton();
keepEscapeFromDialogsBelow();
const nonce = styleNonce();
// Dialogs keep the page behind them from scrolling by a style element of their own.
setNonce(nonce);

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <Notifications position="bottom-right" limit={3} />
        <QueryClientProvider client={createQueryClient()}>
          {/* Around everything as well: what breaks while a page goes has lost the boundary of that page. */}
          <ErrorBoundary>
            <Dashboard />
          </ErrorBoundary>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
