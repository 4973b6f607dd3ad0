package io.cybervpn.infrastructure.payment;

import io.cybervpn.application.payment.port.GatewayFields;
import io.cybervpn.application.payment.port.LiveGateways;
import io.cybervpn.application.shared.FreshSecrets;
import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.domain.payment.model.FormerSecret;
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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The latest look at what staff set of providers. */
@Singleton
final class StoredGateways implements LiveGateways, StoredFields, FormerSecrets, FreshSecrets {
    private static final Logger LOG = Logger.getLogger(StoredGateways.class);
    private static final Duration LOOK_AGAIN_EVERY = Duration.ofSeconds(1);

    private final GatewayRecords records;
    private final SecretBox box;
    private final Instance<GatewayFields> fields;
    private final Clock clock;
    private final AtomicReference<Instant> lastLook = new AtomicReference<>(Instant.EPOCH);
    private final AtomicReference<Seen> seen =
            new AtomicReference<>(new Seen(Map.of(), Map.of(), Map.of(), Map.of()));

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
     * @param formers by provider and field; they are opened when they are needed
     */
    private record Seen(
            Map<String, GatewayRecord> records,
            Map<String, GatewaySecret> sealed,
            Map<String, String> opened,
            Map<String, FormerSecret> formers) {}

    @Produces
    @Singleton
    static SealedColumn column() {
        return new SealedColumn(
                "gateway", "payment_gateway_secret", "id", "sealed", GatewaySecret::purposeOf);
    }

    @Produces
    @Singleton
    static SealedColumn formerColumn() {
        return new SealedColumn(
                "gateway-former",
                "payment_gateway_former_secret",
                "id",
                "sealed",
                GatewaySecret::purposeOf);
    }

    @Override
    public Uni<Void> refresh() {
        return Uni.combine()
                .all()
                .unis(records.all(), records.secrets(), records.formers())
                .asTuple()
                .invoke(read -> keep(read.getItem1(), read.getItem2(), read.getItem3()))
                .chain(read -> dropOver(read.getItem3()));
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

    private Uni<Void> dropOver(List<FormerSecret> formers) {
        Instant now = clock.instant();
        return formers.stream().allMatch(one -> one.isAccepted(now))
                ? nothing()
                : records.dropFormers(now);
    }

    private void keep(
            List<GatewayRecord> all, List<GatewaySecret> secrets, List<FormerSecret> formers) {
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
                        Map.copyOf(opened),
                        formers.stream()
                                .collect(
                                        Collectors.toMap(
                                                one -> key(one.provider(), one.field()),
                                                Function.identity()))));
    }

    /** One that does not open is as though it were not set: the configured one holds. */
    private Optional<String> open(Seen before, String key, GatewaySecret secret) {
        if (secret.equals(before.sealed().get(key))) {
            return Optional.ofNullable(before.opened().get(key));
        }
        return opened(key, secret.id(), secret.sealed());
    }

    private Optional<String> opened(String key, UUID id, String sealed) {
        try {
            byte[] plain = box.open(sealed, GatewaySecret.purposeOf(id));
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

    @Override
    public Optional<String> former(String provider, String field) {
        return accepted(provider, field)
                .flatMap(one -> opened(key(provider, field), one.id(), one.sealed()));
    }

    @Override
    public Optional<Instant> formerUntil(String provider, String field) {
        return accepted(provider, field).map(FormerSecret::until);
    }

    private Optional<FormerSecret> accepted(String provider, String field) {
        return Optional.ofNullable(seen.get().formers().get(key(provider, field)))
                .filter(one -> one.isAccepted(clock.instant()));
    }

    private static String key(String provider, String field) {
        return provider + "/" + field;
    }
}
