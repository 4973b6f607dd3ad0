package io.cybervpn.infrastructure.payment.yookassa;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.infrastructure.payment.yookassa.CreatePaymentJson.AmountJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of a fiscal receipt (54-FZ): one line over all of the money, so that the lines sum to it
 * exactly.
 *
 * @param taxSystem 1 to 6; null: the one that YooKassa knows of the shop
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptJson(
        @JsonProperty("customer") CustomerJson customer,
        @JsonProperty("items") List<ItemJson> items,
        @JsonProperty("tax_system_code") @Nullable Integer taxSystem) {
    private static final int DESCRIPTION_LENGTH_MAX = 128;

    /** Copies the list. */
    ReceiptJson {
        items = List.copyOf(items);
    }

    /**
     * One line.
     *
     * @param contact an e-mail address or a phone number
     */
    static ReceiptJson of(String contact, Money money, String sold, ReceiptRules rules) {
        return new ReceiptJson(
                CustomerJson.of(contact),
                List.of(
                        new ItemJson(
                                sold.substring(0, Math.min(sold.length(), DESCRIPTION_LENGTH_MAX)),
                                1,
                                AmountJson.of(money),
                                rules.vatCode(),
                                rules.subject(),
                                rules.mode())),
                rules.taxSystem().orElse(null));
    }

    /** Whoever gets the receipt: by mail, or by phone in digits alone. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CustomerJson(
            @JsonProperty("email") @Nullable String email,
            @JsonProperty("phone") @Nullable String phone) {
        static CustomerJson of(String contact) {
            return contact.contains("@")
                    ? new CustomerJson(contact, null)
                    : new CustomerJson(null, contact.replaceAll("\\D", ""));
        }
    }

    /**
     * What was sold.
     *
     * @param description 1 to 128 characters
     * @param amount of one
     * @param vatCode 1 to 12
     */
    record ItemJson(
            @JsonProperty("description") String description,
            @JsonProperty("quantity") int quantity,
            @JsonProperty("amount") AmountJson amount,
            @JsonProperty("vat_code") int vatCode,
            @JsonProperty("payment_subject") String subject,
            @JsonProperty("payment_mode") String mode) {}
}
