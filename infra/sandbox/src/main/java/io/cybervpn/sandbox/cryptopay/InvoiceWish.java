package io.cybervpn.sandbox.cryptopay;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of createInvoice, checked.
 *
 * @param fiat whether the price is in fiat, paid in any of {@code accepted}
 * @param currency the asset or the fiat currency
 * @param amount as text, above zero
 * @param accepted the assets that a fiat invoice may be paid in
 * @param expiresInSeconds 1 to 2678400
 * @param texts description, payload and the like, those that were sent
 */
record InvoiceWish(
        boolean fiat,
        String currency,
        String amount,
        List<String> accepted,
        Optional<Long> expiresInSeconds,
        Map<String, String> texts) {

    static final List<String> ASSETS =
            List.of("USDT", "TON", "BTC", "ETH", "LTC", "BNB", "TRX", "USDC");

    private static final Set<String> FIATS =
            Set.of(
                    "USD", "EUR", "RUB", "BYN", "UAH", "GBP", "CNY", "KZT", "UZS", "GEL", "TRY",
                    "AMD", "THB", "INR", "BRL", "IDR", "AZN", "AED", "PLN", "ILS");
    private static final Set<String> BUTTONS =
            Set.of("viewItem", "openChannel", "openBot", "callback");
    private static final Map<String, Integer> TEXTS =
            Map.of(
                    "description", 1_024,
                    "hidden_message", 2_048,
                    "payload", 4_096,
                    "paid_btn_name", 16,
                    "paid_btn_url", 2_048,
                    "swap_to", 8);
    private static final long EXPIRES_IN_MAX = 2_678_400;

    static InvoiceWish of(Map<String, String> sent) {
        String type = sent.getOrDefault("currency_type", "crypto");
        if (!Set.of("crypto", "fiat").contains(type)) {
            throw CryptoPayError.refused(400, "CURRENCY_TYPE_INVALID");
        }
        boolean fiat = type.equals("fiat");
        checkButton(sent);
        return new InvoiceWish(
                fiat,
                currency(sent, fiat),
                amount(sent),
                accepted(sent, fiat),
                expiry(sent),
                texts(sent));
    }

    private static String currency(Map<String, String> sent, boolean fiat) {
        String currency = sent.getOrDefault(fiat ? "fiat" : "asset", "");
        if (fiat ? !FIATS.contains(currency) : !ASSETS.contains(currency)) {
            throw CryptoPayError.refused(400, fiat ? "FIAT_INVALID" : "ASSET_INVALID");
        }
        return currency;
    }

    static String amount(Map<String, String> sent) {
        String amount = sent.getOrDefault("amount", "");
        if (!amount.matches("\\d{1,18}(\\.\\d{1,18})?") || new BigDecimal(amount).signum() == 0) {
            throw CryptoPayError.refused(400, "AMOUNT_INVALID");
        }
        return amount;
    }

    private static List<String> accepted(Map<String, String> sent, boolean fiat) {
        String accepted = sent.getOrDefault("accepted_assets", "");
        List<String> assets = !fiat || accepted.isEmpty() ? ASSETS : List.of(accepted.split(","));
        if (!ASSETS.containsAll(assets)) {
            throw CryptoPayError.refused(400, "ACCEPTED_ASSETS_INVALID");
        }
        return assets;
    }

    private static Optional<Long> expiry(Map<String, String> sent) {
        Optional<String> text = Optional.ofNullable(sent.get("expires_in"));
        if (text.isPresent() && !text.get().matches("\\d{1,7}")) {
            throw CryptoPayError.refused(400, "EXPIRES_IN_INVALID");
        }
        Optional<Long> seconds = text.map(Long::parseLong);
        if (seconds.filter(value -> value < 1 || value > EXPIRES_IN_MAX).isPresent()) {
            throw CryptoPayError.refused(400, "EXPIRES_IN_INVALID");
        }
        return seconds;
    }

    private static void checkButton(Map<String, String> sent) {
        String name = sent.getOrDefault("paid_btn_name", "");
        String url = sent.getOrDefault("paid_btn_url", "");
        if (!name.isEmpty() && !BUTTONS.contains(name)) {
            throw CryptoPayError.refused(400, "PAID_BTN_NAME_INVALID");
        }
        if (!name.isEmpty() && !url.matches("https?://.+")) {
            throw CryptoPayError.refused(400, "PAID_BTN_URL_INVALID");
        }
    }

    private static Map<String, String> texts(Map<String, String> sent) {
        Map<String, String> texts = new java.util.LinkedHashMap<>();
        TEXTS.forEach(
                (name, max) ->
                        Optional.ofNullable(sent.get(name))
                                .ifPresent(text -> texts.put(name, limited(name, text, max))));
        return texts;
    }

    private static String limited(String name, String text, int max) {
        if (text.length() > max) {
            throw CryptoPayError.refused(
                    400, name.toUpperCase(java.util.Locale.ROOT) + "_TOO_LONG");
        }
        return text;
    }
}
