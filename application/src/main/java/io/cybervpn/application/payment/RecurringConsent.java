package io.cybervpn.application.payment;

import java.util.Map;

/** The words by which a payer agrees that a provider charges him each period by itself. */
public final class RecurringConsent {
    /** Of the words of today. */
    public static final String VERSION = "2026-11";

    private static final Map<String, String> TEXT_I18N =
            Map.of(
                    "en",
                    "The payment provider takes the same amount by itself every 30 days, and this"
                            + " subscription is prolonged by it, until I end that. I can end it at any"
                            + " time; what is paid stays paid.",
                    "ru",
                    "Платёжная система будет сама списывать ту же сумму каждые 30 дней и продлевать"
                            + " за неё эту подписку, пока я это не прекращу. Я могу прекратить это в"
                            + " любой момент; оплаченное время сохранится.");

    private RecurringConsent() {}

    /** The words by language tag. */
    public static Map<String, String> textI18n() {
        return TEXT_I18N;
    }
}
