package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.RecurringGateway;
import io.cybervpn.application.payment.port.RecurringGateways;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.Steering;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A provider that charges by itself, every 30 days, up to RUB 1000.00. */
public final class FakeRecurring implements RecurringGateway, RecurringGateways {
    /** What it was told, in that order. */
    public final List<Steering> told = new ArrayList<>();

    final List<Receipt> listed = new ArrayList<>();
    public boolean offered = true;
    boolean unwell;

    @Override
    public Optional<RecurringGateway> find(String provider) {
        return provider.equals("fake") ? Optional.of(this) : Optional.empty();
    }

    @Override
    public String provider() {
        return "fake";
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public Optional<Terms> terms() {
        return offered
                ? Optional.of(new Terms(Duration.ofDays(30), new Money(100_000, Asset.RUB)))
                : Optional.empty();
    }

    @Override
    public Uni<Void> steer(Receipt first, Steering steering) {
        return answer().invoke(() -> told.add(steering));
    }

    @Override
    public Uni<List<Receipt>> charges(PaymentId payment, Instant since) {
        return answer().replaceWith(() -> List.copyOf(listed));
    }

    private Uni<Void> answer() {
        return unwell
                ? Uni.createFrom().failure(new GatewayUnavailable("unwell"))
                : Uni.createFrom().voidItem();
    }
}
