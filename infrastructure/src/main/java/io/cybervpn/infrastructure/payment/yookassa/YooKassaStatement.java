package io.cybervpn.infrastructure.payment.yookassa;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.application.payment.port.ProviderStatement;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Paid payments in YooKassa's list, which goes by when they were made. */
@Singleton
final class YooKassaStatement implements ProviderStatement {
    /** A hold is captured or given up within a week. */
    private static final Duration PAYABLE_MAX = Duration.ofDays(8);

    private final YooKassaClient client;
    private final YooKassaSettings settings;

    @Inject
    YooKassaStatement(YooKassaClient client, YooKassaSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    @Override
    public Uni<Page> paid(Instant from, Instant to, Optional<String> cursor) {
        return Remote.outsideUnitOfWork(() -> client.page(from.minus(PAYABLE_MAX), cursor))
                .onFailure(FaultToleranceException.class)
                .transform(YooKassaGateway::unavailable)
                .map(answer -> page(answer, from, to));
    }

    private Page page(JsonNode answer, Instant from, Instant to) {
        JsonNode items = answer.path("items");
        if (!items.isArray()) {
            throw new GatewayUnavailable("YooKassa answers without a list");
        }
        List<YooKassaPayment> payments =
                StreamSupport.stream(items.spliterator(), false).map(YooKassaPayment::new).toList();
        List<Receipt> receipts =
                payments.stream()
                        .flatMap(this::receipt)
                        .filter(receipt -> !receipt.paidAt().isBefore(from))
                        .filter(receipt -> receipt.paidAt().isBefore(to))
                        .toList();
        return new Page(
                receipts,
                payments.stream().flatMap(payment -> payment.fee(test()).stream()).toList(),
                Optional.of(answer.path("next_cursor").asText("")).filter(next -> !next.isBlank()));
    }

    private Stream<Receipt> receipt(YooKassaPayment payment) {
        return payment.status(test()).stream()
                .filter(InvoiceStatus.Paid.class::isInstance)
                .map(status -> ((InvoiceStatus.Paid) status).receipt());
    }

    private boolean test() {
        return settings.credentials().filter(YooKassaSettings.Credentials::isTest).isPresent();
    }
}
