package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.GatewayFields;
import io.cybervpn.application.payment.port.LiveGateways;
import io.cybervpn.domain.payment.model.GatewayRecord;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Providers that nobody has touched, unless a test does; every customer is a {@code friend}. */
public final class InMemoryLiveGateways implements LiveGateways {
    private final Map<String, GatewayRecord> records = new HashMap<>();

    public GatewayRules rules() {
        return new GatewayRules(this, _ -> Uni.createFrom().item(Set.of("friend")));
    }

    public void set(GatewayRecord record) {
        records.put(record.provider(), record);
    }

    @Override
    public Uni<Void> refresh() {
        return Uni.createFrom().voidItem();
    }

    @Override
    public GatewayRecord record(String provider) {
        return records.getOrDefault(provider, GatewayRecord.untouched(provider));
    }

    @Override
    public Optional<Instant> formerUntil(String provider, String field) {
        return Optional.empty();
    }

    @Override
    public List<GatewayFields> fields() {
        return List.of();
    }
}
