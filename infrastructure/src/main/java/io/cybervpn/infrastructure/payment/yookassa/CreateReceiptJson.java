package io.cybervpn.infrastructure.payment.yookassa;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.cybervpn.infrastructure.payment.yookassa.CreatePaymentJson.AmountJson;
import io.cybervpn.infrastructure.payment.yookassa.ReceiptJson.CustomerJson;
import io.cybervpn.infrastructure.payment.yookassa.ReceiptJson.ItemJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt apart from its payment or refund.
 *
 * @param type {@code payment} or {@code refund}
 * @param send true: it is sent to the tax office and the customer at once
 * @param settlements how the money moved; they sum to the items
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CreateReceiptJson(
        @JsonProperty("type") String type,
        @JsonProperty("payment_id") @Nullable String paymentId,
        @JsonProperty("refund_id") @Nullable String refundId,
        @JsonProperty("customer") CustomerJson customer,
        @JsonProperty("items") List<ItemJson> items,
        @JsonProperty("tax_system_code") @Nullable Integer taxSystem,
        @JsonProperty("send") boolean send,
        @JsonProperty("settlements") List<SettlementJson> settlements) {
    /** Copies the lists. */
    CreateReceiptJson {
        items = List.copyOf(items);
        settlements = List.copyOf(settlements);
    }

    /** Of a payment or a refund, paid without cash. */
    static CreateReceiptJson of(YooKassaDesk.Which which, ReceiptJson receipt) {
        return new CreateReceiptJson(
                which.isRefund() ? "refund" : "payment",
                which.isRefund() ? null : which.reference(),
                which.isRefund() ? which.reference() : null,
                receipt.customer(),
                receipt.items(),
                receipt.taxSystem(),
                true,
                receipt.items().stream()
                        .map(item -> new SettlementJson("cashless", item.amount()))
                        .toList());
    }

    /** How money moved. */
    record SettlementJson(
            @JsonProperty("type") String type, @JsonProperty("amount") AmountJson amount) {}
}
