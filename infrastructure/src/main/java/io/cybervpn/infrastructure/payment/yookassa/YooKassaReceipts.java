package io.cybervpn.infrastructure.payment.yookassa;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Follows receipts at YooKassa, and makes those that did not travel along or could not be made. */
@Singleton
final class YooKassaReceipts implements YooKassaDesk {
    private final YooKassaSettings settings;
    private final YooKassaClient payments;
    private final YooKassaRefundClient refunds;
    private final YooKassaReceiptClient receipts;

    @Inject
    YooKassaReceipts(
            YooKassaSettings settings,
            YooKassaClient payments,
            YooKassaRefundClient refunds,
            YooKassaReceiptClient receipts) {
        this.settings = settings;
        this.payments = payments;
        this.refunds = refunds;
        this.receipts = receipts;
    }

    @Override
    public boolean isReady() {
        return settings.credentials().isPresent();
    }

    @Override
    public boolean isOn() {
        return isReady() && settings.receiptRules().on();
    }

    @Override
    public Uni<Found> find(Which which) {
        return Remote.outsideUnitOfWork(() -> owner(which))
                .chain(owner -> receipts.of(which).map(list -> found(owner, list, which)))
                .onFailure(FaultToleranceException.class)
                .transform(YooKassaGateway::unavailable);
    }

    private Uni<JsonNode> owner(Which which) {
        return (which.isRefund()
                        ? refunds.refund(which.reference())
                        : payments.payment(which.reference()))
                .map(
                        found ->
                                found.orElseThrow(
                                        () ->
                                                new GatewayUnavailable(
                                                        "YooKassa has no such payment or refund")));
    }

    /** What it says of itself, and of the receipts that it lists. */
    private static Found found(JsonNode owner, JsonNode list, Which which) {
        JsonNode items = list.path("items");
        if (!items.isArray()) {
            throw new GatewayUnavailable("YooKassa answers without a list");
        }
        String type = which.isRefund() ? "refund" : "payment";
        List<JsonNode> mine =
                StreamSupport.stream(items.spliterator(), false)
                        .filter(one -> one.path("type").asText("").equals(type))
                        .toList();
        String said = owner.path("receipt_registration").asText("");
        return one(mine)
                .orElseGet(
                        () ->
                                switch (said) {
                                    case "canceled" -> new Found.Failed(Math.max(1, mine.size()));
                                    case "" -> failedOrMissing(mine);
                                    default -> new Found.Underway();
                                });
    }

    private static Found failedOrMissing(List<JsonNode> mine) {
        return mine.isEmpty() ? new Found.Missing() : new Found.Failed(mine.size());
    }

    /** The one that stands, or that may yet. */
    private static Optional<Found> one(List<JsonNode> mine) {
        return mine.stream()
                .filter(one -> is(one, "succeeded"))
                .findFirst()
                .map(YooKassaReceipts::made)
                .or(
                        () ->
                                mine.stream()
                                        .filter(one -> !is(one, "canceled"))
                                        .findFirst()
                                        .map(_ -> new Found.Underway()));
    }

    private static boolean is(JsonNode receipt, String status) {
        return receipt.path("status").asText("").equals(status);
    }

    private static Found made(JsonNode receipt) {
        String id = receipt.path("id").asText("");
        if (id.isBlank()) {
            throw new GatewayUnavailable("YooKassa answers with a receipt without a name");
        }
        return new Found.Made(id);
    }

    @Override
    public Uni<Found> make(Wish wish) {
        ReceiptRules rules = settings.receiptRules();
        return wish.email()
                .or(rules::contact)
                .map(contact -> ReceiptJson.of(contact, wish.amount(), wish.sold(), rules))
                .map(receipt -> make(wish, receipt))
                .orElseGet(
                        () ->
                                Uni.createFrom()
                                        .failure(
                                                new GatewayRefused(
                                                        "neither the customer nor the shop has an"
                                                                + " address for receipts")));
    }

    private Uni<Found> make(Wish wish, ReceiptJson receipt) {
        return Remote.outsideUnitOfWork(
                        () ->
                                receipts.create(
                                        wish.key(), CreateReceiptJson.of(wish.which(), receipt)))
                .onFailure(FaultToleranceException.class)
                .transform(YooKassaGateway::unavailable)
                .map(made -> one(List.of(made)).orElseGet(() -> new Found.Failed(1)));
    }
}
