import { SimpleGrid, UnstyledButton } from "@mantine/core";
import {
  type Icon,
  IconBrandGithub,
  IconBrandGitlab,
  IconBrandSlack,
  IconBrandStripe,
  IconBrandWhatsapp,
  IconShoppingBag,
  IconWebhook,
} from "@tabler/icons-react";
import { type Platform, platforms } from "../../parts/source-words.ts";
import classes from "./edit-source.module.css";

const pictures: Record<Platform, Icon> = {
  whatsapp: IconBrandWhatsapp,
  github: IconBrandGithub,
  stripe: IconBrandStripe,
  shopify: IconShoppingBag,
  slack: IconBrandSlack,
  gitlab: IconBrandGitlab,
  other: IconWebhook,
};

/** The senders whose settings are known, and everybody else. */
export function PlatformChoice({ onChoose }: { onChoose: (platform: Platform) => void }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
      {(Object.keys(platforms) as Platform[]).map((platform) => {
        const Picture = pictures[platform];
        const { name, sends } = platforms[platform];
        return (
          <UnstyledButton key={platform} className={classes.choice} onClick={() => onChoose(platform)}>
            <Picture size={24} stroke={1.6} aria-hidden />
            <span>
              <span className={classes.choiceName}>{name}</span>
              <span className={classes.choiceText}>{sends}</span>
            </span>
          </UnstyledButton>
        );
      })}
    </SimpleGrid>
  );
}
