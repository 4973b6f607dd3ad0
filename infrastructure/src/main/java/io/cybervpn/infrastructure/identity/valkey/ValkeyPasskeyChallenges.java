package io.cybervpn.infrastructure.identity.valkey;

import io.cybervpn.application.identity.port.PasskeyChallenges;
import io.cybervpn.application.identity.port.RefreshSecrets;
import io.cybervpn.domain.identity.AccountId;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** A key per challenge, which is no secret, that taking takes away. */
@Singleton
final class ValkeyPasskeyChallenges implements PasskeyChallenges {
    private static final String PREFIX = "passkey:";
    private static final int LENGTH_MAX = 64;
    private static final String LOGIN = "login";
    private static final String REGISTRATION = "registration";
    private static final String STEP_UP = "step-up";

    private final ReactiveRedisDataSource valkey;
    private final RefreshSecrets secrets;

    @Inject
    ValkeyPasskeyChallenges(ReactiveRedisDataSource valkey, RefreshSecrets secrets) {
        this.valkey = valkey;
        this.secrets = secrets;
    }

    @Override
    public Uni<String> open(Purpose purpose) {
        String challenge = secrets.next();
        return valkey.execute(
                        "SET",
                        PREFIX + challenge,
                        written(purpose),
                        "EX",
                        String.valueOf(LIFE.toSeconds()))
                .replaceWith(challenge);
    }

    @Override
    public Uni<Optional<Purpose>> take(String challenge) {
        return challenge.length() > LENGTH_MAX
                ? Uni.createFrom().item(Optional.empty())
                : valkey.execute("GETDEL", PREFIX + challenge)
                        .map(
                                found ->
                                        Optional.ofNullable(found)
                                                .map(value -> read(value.toString())));
    }

    private static String written(Purpose purpose) {
        return switch (purpose) {
            case Purpose.Login() -> LOGIN;
            case Purpose.Registration(var account) -> REGISTRATION + " " + account.value();
            case Purpose.StepUp(var account) -> STEP_UP + " " + account.value();
        };
    }

    private static Purpose read(String value) {
        String[] parts = value.split(" ");
        return switch (parts[0]) {
            case LOGIN -> new Purpose.Login();
            case REGISTRATION -> new Purpose.Registration(account(parts[1]));
            case STEP_UP -> new Purpose.StepUp(account(parts[1]));
            default -> throw new IllegalStateException("no purpose of a challenge: " + parts[0]);
        };
    }

    private static AccountId account(String id) {
        return new AccountId(UUID.fromString(id));
    }
}
