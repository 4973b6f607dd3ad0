package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.ChargingGateway;
import io.cybervpn.application.payment.port.ChargingGateways;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Receipt;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A provider that keeps cards, and does with them what it is told to. */
public final class FakeCharging implements ChargingGateway, ChargingGateways {
    /** What the next charge comes to. */
    public enum Mood {
        TAKES,
        DECLINES,
        FORGETS,
        ANSWERS_NOT
    }

    private final List<PaymentId> taken = new ArrayList<>();
    private final List<String> released = new ArrayList<>();
    private Mood mood = Mood.TAKES;

    public void is(Mood other) {
        mood = other;
    }

    public List<PaymentId> taken() {
        return List.copyOf(taken);
    }

    public List<String> released() {
        return List.copyOf(released);
    }

    @Override
    public Optional<ChargingGateway> find(String provider) {
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
    public Uni<Optional<Kept>> kept(String reference) {
        return Uni.createFrom().item(Optional.of(new Kept("token of " + reference, "Card *1")));
    }

    @Override
    public Uni<Outcome> charge(Call call) {
        return Uni.createFrom().item(() -> chargeNow(call));
    }

    @Override
    public Uni<Void> release(String token) {
        return mood == Mood.ANSWERS_NOT
                ? Uni.createFrom().failure(new GatewayUnavailable("no answer"))
                : Uni.createFrom().voidItem().invoke(() -> released.add(token));
    }

    private Outcome chargeNow(Call call) {
        return switch (mood) {
            case TAKES -> {
                taken.add(call.payment());
                yield new Outcome.Taken(receipt(call));
            }
            case DECLINES -> new Outcome.Declined("insufficient_funds", false);
            case FORGETS -> new Outcome.Declined("permission_revoked", true);
            case ANSWERS_NOT -> throw new GatewayUnavailable("no answer");
        };
    }

    private static Receipt receipt(Call call) {
        return new Receipt(
                call.payment().value().toString(),
                new Receipt.Received.Exact(call.amount()),
                Instant.parse("2026-03-01T12:00:00Z"));
    }
}
