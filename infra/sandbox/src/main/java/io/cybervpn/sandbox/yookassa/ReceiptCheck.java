package io.cybervpn.sandbox.yookassa;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.Set;

/** What YooKassa wants of the data of a receipt. */
final class ReceiptCheck {

    private static final int DESCRIPTION_LENGTH_MAX = 128;
    private static final int VAT_CODE_MAX = 12;
    private static final int TAX_SYSTEM_MAX = 6;
    private static final Set<String> SUBJECTS =
            Set.of("commodity", "job", "service", "intellectual_activity", "payment", "another");
    private static final Set<String> MODES =
            Set.of("full_prepayment", "partial_prepayment", "advance", "full_payment");

    private ReceiptCheck() {}

    /** Refuses a receipt that is wrong, or over another sum than {@code amount}. */
    static void check(JsonObject receipt, JsonObject amount) {
        customer(receipt.getJsonObject("customer", new JsonObject()));
        Integer system = receipt.getInteger("tax_system_code", 1);
        need(system >= 1 && system <= TAX_SYSTEM_MAX, "tax_system_code");
        JsonArray items = receipt.getJsonArray("items", new JsonArray());
        need(!items.isEmpty() && items.size() <= 100, "items");
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < items.size(); i++) {
            sum = sum.add(item(items.getJsonObject(i), amount.getString("currency", "")));
        }
        need(sum.compareTo(new BigDecimal(amount.getString("value"))) == 0, "items");
    }

    private static void customer(JsonObject customer) {
        String phone = customer.getString("phone", "");
        String email = customer.getString("email", "");
        need(phone.isEmpty() || phone.matches("[0-9]{4,15}"), "customer.phone");
        need(email.isEmpty() || email.matches("[^@\\s]+@[^@\\s]+"), "customer.email");
        need(!phone.isEmpty() || !email.isEmpty(), "customer");
    }

    private static BigDecimal item(JsonObject item, String currency) {
        String description = item.getString("description", "");
        need(
                !description.isBlank() && description.length() <= DESCRIPTION_LENGTH_MAX,
                "items.description");
        need(item.getValue("quantity") instanceof Number, "items.quantity");
        need(item.getValue("vat_code") instanceof Integer, "items.vat_code");
        int vat = item.getInteger("vat_code");
        need(vat >= 1 && vat <= VAT_CODE_MAX, "items.vat_code");
        need(SUBJECTS.contains(item.getString("payment_subject", "")), "items.payment_subject");
        need(MODES.contains(item.getString("payment_mode", "")), "items.payment_mode");
        JsonObject price = item.getJsonObject("amount", new JsonObject());
        need(
                price.getValue("value") instanceof String value
                        && value.matches("\\d{1,9}\\.\\d{2}"),
                "items.amount");
        need(currency.equals(price.getString("currency")), "items.amount");
        return new BigDecimal(price.getString("value"))
                .multiply(new BigDecimal(item.getValue("quantity").toString()));
    }

    private static void need(boolean right, String parameter) {
        if (!right) {
            throw YooKassaError.badRequest("receipt." + parameter, "Receipt is illegal");
        }
    }
}
