import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueryClient } from "./api/query-client.ts";
import { Dashboard } from "./dashboard.tsx";
import { watchBackButton } from "./parts/leaving.ts";
import { addFonts } from "./style/fonts.ts";
import { cssVariables, theme } from "./style/theme.ts";
import { styleNonce } from "./style-nonce.ts";

addFonts();
watchBackButton();
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
          <Dashboard />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
