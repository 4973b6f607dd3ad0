package io.cybervpn.infrastructure.payment;

import io.cybervpn.application.payment.port.GatewayFields;
import io.cybervpn.application.payment.port.LiveGateways;
import io.cybervpn.application.shared.FreshSecrets;
import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.domain.payment.model.GatewayRecord;
import io.cybervpn.domain.payment.model.GatewaySecret;
import io.cybervpn.domain.payment.repository.GatewayRecords;
import io.cybervpn.infrastructure.shared.SealedColumn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The latest look at what staff set of providers. */
@Singleton
final class StoredGateways implements LiveGateways, StoredFields, FreshSecrets {
    private static final Logger LOG = Logger.getLogger(StoredGateways.class);
    private static final Duration LOOK_AGAIN_EVERY = Duration.ofSeconds(1);

    private final GatewayRecords records;
    private final SecretBox box;
    private final Instance<GatewayFields> fields;
    private final Clock clock;
    private final AtomicReference<Instant> lastLook = new AtomicReference<>(Instant.EPOCH);
    private final AtomicReference<Seen> seen =
            new AtomicReference<>(new Seen(Map.of(), Map.of(), Map.of()));

    @Inject
    StoredGateways(
            GatewayRecords records,
            SecretBox box,
            @Any Instance<GatewayFields> fields,
            Clock clock) {
        this.records = records;
        this.box = box;
        this.fields = fields;
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param sealed as it was read, so that only what is new is opened
     * @param opened by provider and field
     */
    private record Seen(
            Map<String, GatewayRecord> records,
            Map<String, GatewaySecret> sealed,
            Map<String, String> opened) {}

    @Produces
    @Singleton
    static SealedColumn column() {
        return new SealedColumn(
                "gateway", "payment_gateway_secret", "id", "sealed", GatewaySecret::purposeOf);
    }

    @Override
    public Uni<Void> refresh() {
        return records.all()
                .chain(all -> records.secrets().invoke(secrets -> keep(all, secrets)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> lookAgain() {
        return Uni.createFrom().deferred(() -> isMyTurn() ? refreshed() : nothing());
    }

    /** Once a second, whoever comes first; a clock that was set back does not stop it. */
    private boolean isMyTurn() {
        Instant now = clock.instant();
        Instant last = lastLook.get();
        boolean early = !now.isBefore(last) && now.isBefore(last.plus(LOOK_AGAIN_EVERY));
        return !early && lastLook.compareAndSet(last, now);
    }

    private Uni<Void> refreshed() {
        return refresh()
                .onFailure()
                .invoke(failure -> LOG.warnf("settings of providers cannot be read: %s", failure))
                .onFailure()
                .recoverWithUni(StoredGateways::nothing);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private void keep(List<GatewayRecord> all, List<GatewaySecret> secrets) {
        Seen before = seen.get();
        Map<String, GatewaySecret> sealed =
                secrets.stream()
                        .collect(
                                Collectors.toMap(
                                        one -> key(one.provider(), one.field()),
                                        Function.identity()));
        Map<String, String> opened = new HashMap<>();
        sealed.forEach(
                (key, secret) -> open(before, key, secret).ifPresent(v -> opened.put(key, v)));
        seen.set(
                new Seen(
                        all.stream()
                                .collect(
                                        Collectors.toMap(
                                                GatewayRecord::provider, Function.identity())),
                        sealed,
                        Map.copyOf(opened)));
    }

    /** One that does not open is as though it were not set: the configured one holds. */
    private Optional<String> open(Seen before, String key, GatewaySecret secret) {
        if (secret.equals(before.sealed().get(key))) {
            return Optional.ofNullable(before.opened().get(key));
        }
        try {
            byte[] plain = box.open(secret.sealed(), GatewaySecret.purposeOf(secret.id()));
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (IllegalStateException failure) {
            LOG.errorf("the secret %s cannot be opened: %s", key, failure.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public GatewayRecord record(String provider) {
        return seen.get().records().getOrDefault(provider, GatewayRecord.untouched(provider));
    }

    @Override
    public List<GatewayFields> fields() {
        return fields.stream().map(this::withLifetime).toList();
    }

    private GatewayFields withLifetime(GatewayFields own) {
        return new WithOrderLifetime(own, plain(own.provider(), GatewayFields.ORDER_LIFETIME));
    }

    @Override
    public Optional<String> plain(String provider, String field) {
        return Optional.ofNullable(record(provider).fields().get(field));
    }

    @Override
    public Optional<String> secret(String provider, String field) {
        return Optional.ofNullable(seen.get().opened().get(key(provider, field)));
    }

    private static String key(String provider, String field) {
        return provider + "/" + field;
    }
}
