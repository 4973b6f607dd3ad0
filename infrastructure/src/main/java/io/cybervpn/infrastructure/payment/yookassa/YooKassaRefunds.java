package io.cybervpn.infrastructure.payment.yookassa;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.GoneBack;
import io.cybervpn.application.payment.port.RefundCall;
import io.cybervpn.application.payment.port.RefundStatus;
import io.cybervpn.application.payment.port.RefundingGateway;
import io.cybervpn.application.payment.port.ReturnStatement;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * The way back through YooKassa. Our refund's id is the idempotence key, so one of ours is one of
 * theirs for a day, and it ends the description, so it is found ever after.
 */
@Singleton
final class YooKassaRefunds implements RefundingGateway {
    /** A payment has at most that many pages of refunds. */
    private static final int PAGES_MAX = 10;

    private final YooKassaSettings settings;
    private final YooKassaRefundClient client;
    private final ReceiptsAlong along;

    @Inject
    YooKassaRefunds(YooKassaSettings settings, YooKassaRefundClient client, ReceiptsAlong along) {
        this.settings = settings;
        this.client = client;
        this.along = along;
    }

    @Override
    public String provider() {
        return YooKassaGateway.PROVIDER;
    }

    @Override
    public boolean enabled() {
        return settings.credentials().isPresent();
    }

    @Override
    public Uni<RefundStatus> refund(RefundCall call) {
        return Remote.outsideUnitOfWork(() -> along.refund(call.paid().payment(), call.amount()))
                .chain(receipt -> client.create(id(call), body(call, receipt)))
                .onFailure(FaultToleranceException.class)
                .transform(YooKassaGateway::unavailable)
                .map(made -> new YooKassaRefund(made).status());
    }

    @Override
    public Uni<RefundStatus> status(RefundCall call) {
        return Remote.outsideUnitOfWork(
                        () ->
                                call.reference()
                                        .map(this::known)
                                        .orElseGet(() -> search(call, Optional.empty(), 0)))
                .onFailure(FaultToleranceException.class)
                .transform(YooKassaGateway::unavailable);
    }

    @Override
    public Uni<GoneBack> goneBack(String about) {
        return Remote.outsideUnitOfWork(() -> client.refund(about))
                .onFailure(FaultToleranceException.class)
                .transform(YooKassaGateway::unavailable)
                .map(
                        found ->
                                found.map(json -> new YooKassaRefund(json).goneBack())
                                        .orElseGet(
                                                () ->
                                                        new GoneBack.Strange(
                                                                "YooKassa has no such refund")));
    }

    @Override
    public Optional<ReturnStatement> statement() {
        return Optional.of(new YooKassaReturnStatement(client));
    }

    private Uni<RefundStatus> known(String reference) {
        return client.refund(reference)
                .map(
                        found ->
                                found.map(json -> new YooKassaRefund(json).status())
                                        .orElseGet(RefundStatus.NotThere::new));
    }

    private Uni<RefundStatus> search(RefundCall call, Optional<String> cursor, int page) {
        if (page == PAGES_MAX) {
            return Uni.createFrom()
                    .failure(new GatewayUnavailable("YooKassa has too many refunds to look in"));
        }
        return client.page(call.paid().reference(), cursor)
                .chain(answer -> found(call, answer, page));
    }

    private Uni<RefundStatus> found(RefundCall call, JsonNode answer, int page) {
        JsonNode items = answer.path("items");
        if (!items.isArray()) {
            throw new GatewayUnavailable("YooKassa answers without a list");
        }
        Optional<RefundStatus> status =
                StreamSupport.stream(items.spliterator(), false)
                        .map(YooKassaRefund::new)
                        .filter(refund -> refund.is(id(call)))
                        .findFirst()
                        .map(YooKassaRefund::status);
        Optional<String> next =
                Optional.of(answer.path("next_cursor").asText(""))
                        .filter(cursor -> !cursor.isBlank());
        return status.isPresent() || next.isEmpty()
                ? Uni.createFrom().item(status.orElseGet(RefundStatus.NotThere::new))
                : search(call, next, page + 1);
    }

    private static CreateRefundJson body(RefundCall call, Optional<ReceiptJson> receipt) {
        return new CreateRefundJson(
                call.paid().reference(),
                CreatePaymentJson.AmountJson.of(call.amount()),
                "Refund " + id(call),
                receipt.orElse(null));
    }

    private static String id(RefundCall call) {
        return call.refund().value().toString();
    }
}
