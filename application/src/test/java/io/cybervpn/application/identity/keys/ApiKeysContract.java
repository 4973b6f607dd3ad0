package io.cybervpn.application.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.identity.port.ApiKeyUses;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.domain.identity.IpRange;
import io.cybervpn.domain.identity.model.ApiKey;
import io.cybervpn.domain.identity.model.TokenHash;
import io.cybervpn.domain.identity.repository.ApiKeys;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of API keys does. It need not be empty. */
public abstract class ApiKeysContract {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");

    protected abstract ApiKeys keys();

    protected abstract ApiKeyUses uses();

    protected abstract UnitOfWork unitOfWork();

    private <T> T run(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private ApiKey stored(Instant createdAt, Optional<Instant> end, String... networks) {
        List<IpRange> ranges =
                Stream.of(networks).map(IpRange::parse).flatMap(Optional::stream).toList();
        ApiKey key =
                ApiKey.make(
                        new ApiKeyId(UUID.randomUUID()),
                        new ApiKey.Terms("Имя", Set.of("users:read", "users:act_as"), ranges, end),
                        TokenHash.of(UUID.randomUUID().toString()),
                        Optional.empty(),
                        createdAt);
        run(() -> keys().add(key));
        return key;
    }

    private Optional<ApiKey> found(ApiKey key) {
        return run(() -> keys().find(key.id()));
    }

    @Test
    void a_key_is_found_as_it_was_stored() {
        ApiKey plain = stored(NOW, Optional.empty());
        ApiKey full = stored(NOW, Optional.of(NOW.plusSeconds(9)), "192.0.2.0/24", "2001:db8::1");
        assertThat(found(plain)).contains(plain);
        assertThat(found(full)).contains(full);
        assertThat(run(() -> keys().lock(full.id()))).contains(full);
        assertThat(run(() -> keys().find(new ApiKeyId(UUID.randomUUID())))).isEmpty();
    }

    @Test
    void a_change_is_kept() {
        ApiKey key = stored(NOW, Optional.empty());
        ApiKey.Terms other =
                new ApiKey.Terms(
                        "other",
                        Set.of("ledger:read"),
                        IpRange.parse("10.0.0.0/8").stream().toList(),
                        Optional.of(NOW.plusSeconds(60)));
        ApiKey changed =
                key.edit(other)
                        .rotate(TokenHash.of("a new one"), Duration.ofHours(1), NOW)
                        .revoke(NOW.plusSeconds(1));
        run(() -> keys().save(changed));
        assertThat(found(key)).contains(changed);
    }

    @Test
    void a_use_is_written_at_most_once_a_minute_and_outlives_a_change() {
        ApiKey key = stored(NOW, Optional.empty());
        ApiKey.Use first = new ApiKey.Use(NOW, "192.0.2.1");
        ApiKey.Use later = new ApiKey.Use(NOW.plusSeconds(60), "2001:db8::1");
        note(key, first);
        note(key, new ApiKey.Use(NOW.plusSeconds(59), "192.0.2.2"));
        assertThat(found(key).flatMap(ApiKey::lastUse)).contains(first);
        note(key, later);
        assertThat(found(key).flatMap(ApiKey::lastUse)).contains(later);
        run(() -> keys().save(key.revoke(NOW)));
        assertThat(found(key).flatMap(ApiKey::lastUse)).contains(later);
    }

    private void note(ApiKey key, ApiKey.Use use) {
        uses().note(key.id(), use).await().indefinitely();
    }

    @Test
    void open_keys_are_counted() {
        long before = run(() -> keys().countOpen(NOW));
        ApiKey open = stored(NOW, Optional.of(NOW.plusSeconds(1)));
        ApiKey ended = stored(NOW, Optional.of(NOW));
        ApiKey revoked = stored(NOW, Optional.empty());
        run(() -> keys().save(revoked.revoke(NOW)));
        assertThat(run(() -> keys().countOpen(NOW))).isEqualTo(before + 1);
        assertThat(List.of(open.isOpen(NOW), ended.isOpen(NOW))).containsExactly(true, false);
    }

    @Test
    void the_list_has_the_newest_first_and_the_revoked_behind_them() {
        Instant late = Instant.parse("2126-01-01T00:00:00Z");
        ApiKey older = stored(late, Optional.empty());
        ApiKey newer = stored(late.plusSeconds(1), Optional.empty());
        ApiKey revoked = stored(late.plusSeconds(2), Optional.empty());
        run(() -> keys().save(revoked.revoke(NOW)));
        List<ApiKeyId> ids = run(() -> keys().all(10_000)).stream().map(ApiKey::id).toList();
        assertThat(ids).containsSubsequence(newer.id(), older.id(), revoked.id());
        assertThat(run(() -> keys().all(1))).hasSize(1);
    }
}
