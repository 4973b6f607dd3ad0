package io.cybervpn.infrastructure.payment.yookassa;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.ReturnStatement;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Refunds that succeeded, in YooKassa's list. */
record YooKassaReturnStatement(YooKassaRefundClient client) implements ReturnStatement {
    @Override
    public Uni<Page> returned(Instant from, Instant to, Optional<String> cursor) {
        return Remote.outsideUnitOfWork(() -> client.made(from, cursor))
                .onFailure(FaultToleranceException.class)
                .transform(YooKassaGateway::unavailable)
                .map(answer -> page(answer, from, to));
    }

    private static Page page(JsonNode answer, Instant from, Instant to) {
        JsonNode items = answer.path("items");
        if (!items.isArray()) {
            throw new GatewayUnavailable("YooKassa answers without a list");
        }
        return new Page(
                StreamSupport.stream(items.spliterator(), false)
                        .map(YooKassaRefund::new)
                        .filter(refund -> refund.wasMade(from, to))
                        .flatMap(refund -> refund.line().stream())
                        .toList(),
                Optional.of(answer.path("next_cursor").asText("")).filter(next -> !next.isBlank()));
    }
}
