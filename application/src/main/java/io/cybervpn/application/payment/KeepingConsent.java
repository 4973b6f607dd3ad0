package io.cybervpn.application.payment;

import java.util.Map;

/** The words by which a payer agrees that we keep what he pays with. */
public final class KeepingConsent {
    /** Of the words of today. */
    public static final String VERSION = "2026-11";

    private static final Map<String, String> TEXT_I18N =
            Map.of(
                    "en",
                    "The payment provider keeps what I pay with, so that subscriptions that I switch"
                            + " automatic renewal on for can be paid by it. I can remove it at any"
                            + " time.",
                    "ru",
                    "Платёжная система сохранит мой способ оплаты, чтобы им можно было оплачивать"
                            + " подписки, для которых я включу автопродление. Я могу удалить его в"
                            + " любой момент.");

    private KeepingConsent() {}

    /** The words by language tag. */
    public static Map<String, String> textI18n() {
        return TEXT_I18N;
    }
}
