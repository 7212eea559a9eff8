import { Button, type ButtonProps } from "@mantine/core";
import { type ComponentPropsWithoutRef, useEffect, useRef } from "react";

type RequestButtonProps = Omit<ButtonProps, "loading"> &
  Omit<ComponentPropsWithoutRef<"button">, keyof ButtonProps> & {
    /** Its request is on its way: it shows that, and cannot be pressed. */
    isUnderWay: boolean;
  };

/**
 * A button that stays where it is while its request is under way. It is disabled then, and the browser takes the focus
 * off it: whoever uses the keyboard would go on behind the dialog, at the top of the page. It takes the focus back.
 */
export function RequestButton({ isUnderWay, ...props }: RequestButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const wasUnderWay = useRef(false);
  useEffect(() => {
    if (wasUnderWay.current && !isUnderWay && document.activeElement === document.body) {
      button.current?.focus();
    }
    wasUnderWay.current = isUnderWay;
  }, [isUnderWay]);
  return <Button ref={button} loading={isUnderWay} {...props} />;
}
