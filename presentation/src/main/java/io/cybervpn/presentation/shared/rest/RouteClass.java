package io.cybervpn.presentation.shared.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a route costs, for its limits. */
enum RouteClass {
    /** Logins and all that proves who somebody is, or that he has a link to pay. */
    AUTH,
    /** What changes nothing. */
    READ,
    /** What changes something. */
    WRITE,
    /** Pushes of providers. */
    WEBHOOK,
    /** All of staff. */
    ADMIN,
    /** The links that VPN clients poll. */
    LINK;

    private static final String API = "/api/v1/";

    static RouteClass of(String method, String path) {
        boolean reads = method.equals("GET") || method.equals("HEAD");
        return special(path).orElse(reads ? READ : WRITE);
    }

    /** Those whose path says what they cost. */
    private static Optional<RouteClass> special(String path) {
        return Stream.of(AUTH, WEBHOOK, ADMIN, LINK)
                .filter(route -> route.paths().stream().anyMatch(path::startsWith))
                .findFirst();
    }

    private List<String> paths() {
        return switch (this) {
            case AUTH -> List.of(API + "auth/", API + "pay/");
            case WEBHOOK -> List.of(API + "webhooks/");
            case ADMIN -> List.of(API + "admin/", API + "users");
            case LINK -> List.of(LinkPaths.PREFIX);
            case READ, WRITE -> List.of();
        };
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
