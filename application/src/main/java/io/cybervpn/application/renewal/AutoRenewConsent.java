package io.cybervpn.application.renewal;

import java.util.Map;

/** The words that a customer agrees to. Other words have another version. */
public final class AutoRenewConsent {
    /** Of the words of today. */
    public static final String VERSION = "2026-11";

    private static final Map<String, String> TEXT_I18N =
            Map.of(
                    "en",
                    "Renew this subscription by itself for the term and at most at the price shown,"
                            + " from the chosen money, at the date shown and at the end of each period"
                            + " after it. I am told before. I can switch it off at any time.",
                    "ru",
                    "Продлевать эту подписку автоматически на указанный срок и не дороже указанной"
                            + " цены выбранным способом в указанную дату и в конце каждого"
                            + " следующего периода. Меня предупредят заранее. Я могу отключить это"
                            + " в любой момент.");

    private AutoRenewConsent() {}

    /** The words by language tag. */
    public static Map<String, String> textI18n() {
        return TEXT_I18N;
    }
}
