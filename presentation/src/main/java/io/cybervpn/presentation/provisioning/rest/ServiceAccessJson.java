package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.ServiceAccess;
import io.cybervpn.application.provisioning.port.ServiceDoor;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far what a subscription gives is, and the way in to it.
 *
 * @param kind what it is; undecided for what was paid a moment ago
 * @param state how far it is
 * @param url of a page to log in at; null if there is none
 * @param login the name to log in with; null if there is none
 * @param address of the thing itself, such as the IP address of a server; null if it has none
 * @param resettable whether another password can be asked for
 * @param text how to use it, in the words of staff; null for nothing
 * @param secret such as a password, of what was made by hand; null for none. Of all else it is told
 *     once, when it is made
 * @param removeAt when it is deleted with all data, unless it is paid for; null for never
 */
@Schema(name = "ServiceAccess")
public record ServiceAccessJson(
        @Schema(enumeration = {"machine", "line", "by_hand", "undecided"}) String kind,
        @Schema(enumeration = {"preparing", "ready", "suspended", "ended"}) String state,
        @Schema(nullable = true) @Nullable String url,
        @Schema(nullable = true) @Nullable String login,
        @Schema(nullable = true) @Nullable String address,
        boolean resettable,
        @Schema(nullable = true) @Nullable String text,
        @Schema(nullable = true) @Nullable String secret,
        @Schema(nullable = true) @Nullable Instant removeAt) {

    static ServiceAccessJson of(ServiceAccess access) {
        return switch (access) {
            case ServiceAccess.Machine(var state, var door, var removeAt) ->
                    of("machine", state, door, removeAt.orElse(null));
            case ServiceAccess.Line(var state, var door) -> of("line", state, door, null);
            case ServiceAccess.ByHand made -> of(made);
            case ServiceAccess.Undecided undecided ->
                    of("undecided", undecided.state(), Optional.empty(), null);
        };
    }

    private static ServiceAccessJson of(
            String kind,
            ServiceAccess.State state,
            Optional<ServiceDoor> door,
            @Nullable Instant removeAt) {
        return new ServiceAccessJson(
                kind,
                code(state),
                door.flatMap(ServiceDoor::url).orElse(null),
                door.flatMap(ServiceDoor::login).orElse(null),
                door.flatMap(ServiceDoor::address).orElse(null),
                door.filter(ServiceDoor::resettable).isPresent(),
                null,
                null,
                removeAt);
    }

    private static ServiceAccessJson of(ServiceAccess.ByHand made) {
        return new ServiceAccessJson(
                "by_hand",
                code(made.state()),
                null,
                orNull(made.login()),
                orNull(made.address()),
                false,
                orNull(made.text()),
                made.secret().orElse(null),
                null);
    }

    private static String code(ServiceAccess.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Says nothing of it, wherever it is printed. */
    @Override
    public String toString() {
        return "ServiceAccessJson[" + kind + ", " + state + "]";
    }
}
