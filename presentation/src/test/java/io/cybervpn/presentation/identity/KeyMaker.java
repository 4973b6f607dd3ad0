package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;

import io.cybervpn.application.identity.keys.MakeApiKey;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.IpRange;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** API keys for tests that need a program. */
@Singleton
public final class KeyMaker {
    private final MakeApiKey makeApiKey;

    @Inject
    KeyMaker(MakeApiKey makeApiKey) {
        this.makeApiKey = makeApiKey;
    }

    /** A program that sends requests. */
    public record Program(UUID id, String key) {
        public RequestSpecification asks() {
            return given().auth().oauth2(key).contentType(ContentType.JSON);
        }

        /** In the name of a customer. */
        public RequestSpecification asksFor(String customer) {
            return asks().header("X-Act-As", customer);
        }
    }

    /** One that may do everything that a key can do. */
    public Program ofAllScopes() {
        return made(EnumSet.allOf(Permission.class), List.of(), Optional.empty());
    }

    /** One that may do this. */
    public Program of(String... scopes) {
        return made(permissions(scopes), List.of(), Optional.empty());
    }

    /** One that may do this, from there. */
    public Program from(String network, String... scopes) {
        return made(
                permissions(scopes), IpRange.parse(network).stream().toList(), Optional.empty());
    }

    /** One that may do this, until then. */
    public Program until(Instant end, String... scopes) {
        return made(permissions(scopes), List.of(), Optional.of(end));
    }

    private static Set<Permission> permissions(String... scopes) {
        return Stream.of(scopes)
                .map(scope -> Permission.find(scope).orElseThrow())
                .collect(Collectors.toSet());
    }

    private Program made(Set<Permission> scopes, List<IpRange> networks, Optional<Instant> end) {
        MakeApiKey.Command command =
                new MakeApiKey.Command.Make(new Actor.System(), "of a test", scopes, networks, end);
        if (makeApiKey.execute(command).await().indefinitely()
                instanceof MakeApiKey.Result.Made made) {
            return new Program(made.key().id().value(), made.token().text());
        }
        throw new AssertionError("no key");
    }
}
