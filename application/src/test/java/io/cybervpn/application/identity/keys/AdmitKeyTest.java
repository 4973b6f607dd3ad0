package io.cybervpn.application.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.identity.port.ApiKeyRing;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.domain.identity.IpRange;
import io.cybervpn.domain.identity.model.ApiKey;
import io.cybervpn.domain.identity.model.TokenHash;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a key opens, decided without a database. */
class AdmitKeyTest {
    private static final AccountId CUSTOMER = new AccountId(UUID.randomUUID());
    private static final AccountId BLOCKED = new AccountId(UUID.randomUUID());
    private static final AccountId ERASED = new AccountId(UUID.randomUUID());
    private static final Map<AccountId, AccountStatus> STANDINGS =
            Map.of(
                    CUSTOMER,
                    AccountStatus.ACTIVE,
                    BLOCKED,
                    AccountStatus.BLOCKED,
                    ERASED,
                    AccountStatus.ERASED);

    private final MovableClock clock = new MovableClock();
    private final Map<ApiKeyId, ApiKey> ring = new HashMap<>();
    private final KeyToken token = new KeyToken(new ApiKeyId(UUID.randomUUID()), "s".repeat(43));
    private final KeyToken forged = new KeyToken(token.id(), "t".repeat(43));

    private AdmitKey admitKey(ApiKeyRing keys) {
        return new AdmitKey(
                keys,
                customer -> Uni.createFrom().item(Optional.ofNullable(STANDINGS.get(customer))),
                clock);
    }

    private record Ring(Map<ApiKeyId, ApiKey> keys) implements ApiKeyRing {
        @Override
        public Uni<Optional<ApiKey>> find(ApiKeyId id) {
            return Uni.createFrom().item(Optional.ofNullable(keys.get(id)));
        }

        @Override
        public Uni<Void> forget() {
            return Uni.createFrom().voidItem();
        }
    }

    private record Away() implements ApiKeyRing {
        @Override
        public Uni<Optional<ApiKey>> find(ApiKeyId id) {
            return Uni.createFrom().failure(new IllegalStateException("no database"));
        }

        @Override
        public Uni<Void> forget() {
            return Uni.createFrom().voidItem();
        }
    }

    private void make(String scope, String network) {
        ApiKey.Terms terms =
                new ApiKey.Terms(
                        "of a test",
                        Set.of(scope, "gone:since_an_update"),
                        IpRange.parse(network).stream().toList(),
                        Optional.of(clock.instant().plus(Duration.ofDays(1))));
        ring.put(
                token.id(),
                ApiKey.make(
                        token.id(),
                        terms,
                        TokenHash.of(token.secret()),
                        Optional.empty(),
                        clock.instant()));
    }

    private AdmitKey.Result show(KeyToken shown, Optional<AccountId> actAs) {
        return show(shown.text(), "192.0.2.1", actAs);
    }

    private AdmitKey.Result show(String shown, String address, Optional<AccountId> actAs) {
        return admitKey(new Ring(ring))
                .execute(new AdmitKey.Command(shown, Optional.of(address), actAs))
                .await()
                .indefinitely();
    }

    @Test
    void a_good_key_may_what_its_scopes_say() {
        make("users:read", "192.0.2.0/24");
        assertThat(show(token, Optional.empty()))
                .isEqualTo(
                        new AdmitKey.Result.Admitted(
                                new Actor.Key(token.id(), Set.of(Permission.USERS_READ))));
    }

    @Test
    void what_is_wrong_with_a_key_is_told_to_nobody() {
        AdmitKey.Result refused = new AdmitKey.Result.Refused();
        assertThat(show(token, Optional.empty())).isEqualTo(refused);
        make("users:read", "192.0.2.0/24");
        assertThat(show(forged, Optional.empty())).isEqualTo(refused);
        assertThat(show(token.text(), "198.51.100.1", Optional.empty())).isEqualTo(refused);
        assertThat(show("cvk_", "192.0.2.1", Optional.empty())).isEqualTo(refused);
        clock.advance(Duration.ofDays(1));
        assertThat(show(token, Optional.empty())).isEqualTo(refused);
    }

    @Test
    void with_the_scope_it_acts_in_the_name_of_a_customer() {
        make("users:act_as", "0.0.0.0/0");
        assertThat(show(token, Optional.of(CUSTOMER)))
                .isEqualTo(
                        new AdmitKey.Result.Admitted(
                                new Actor.Customer(CUSTOMER, Optional.of(token.id()))));
        assertThat(show(token, Optional.of(BLOCKED)))
                .isEqualTo(new AdmitKey.Result.CustomerBlocked());
        assertThat(show(token, Optional.of(new AccountId(UUID.randomUUID()))))
                .isEqualTo(new AdmitKey.Result.NoSuchCustomer());
        assertThat(show(token, Optional.of(ERASED)))
                .isEqualTo(new AdmitKey.Result.NoSuchCustomer());
        assertThat(show(forged, Optional.of(CUSTOMER))).isEqualTo(new AdmitKey.Result.Refused());
    }

    @Test
    void without_the_scope_it_acts_in_nobodys_name() {
        make("users:write", "0.0.0.0/0");
        assertThat(show(token, Optional.of(CUSTOMER))).isEqualTo(new AdmitKey.Result.MayNotAct());
    }

    @Test
    void when_nobody_can_say_nobody_is_let_in() {
        AdmitKey.Command command =
                new AdmitKey.Command(token.text(), Optional.empty(), Optional.empty());
        assertThat(admitKey(new Away()).execute(command).await().indefinitely())
                .isEqualTo(new AdmitKey.Result.Unsure());
    }
}
