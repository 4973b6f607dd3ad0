package io.cybervpn.presentation.shared.rest;

import java.util.List;
import java.util.Set;

/**
 * Whom an endpoint is for. What is not named here is for customers, who may only ever reach what is
 * their own; so a new endpoint of staff that is put elsewhere than under {@code /admin} refuses
 * them all.
 */
enum Audience {
    CUSTOMERS("cybervpn"),
    STAFF("admin");

    private static final String API = "/api/v1/";
    private static final String ADMIN = API + "admin";

    /** What the bot asks for others. */
    private static final String TELEGRAM = API + "telegram";

    /** What everybody has who can log in. */
    private static final List<String> FOR_BOTH =
            List.of(
                    API + "account/activity",
                    API + "auth",
                    API + "me",
                    API + "sessions",
                    API + "two-factor",
                    API + "ws-tickets");

    private final String claim;

    Audience(String claim) {
        this.claim = claim;
    }

    /** Whether a token for some audiences opens a path. */
    static boolean admits(Set<String> claims, String path) {
        return of(path).stream().anyMatch(audience -> claims.contains(audience.claim));
    }

    private static Set<Audience> of(String path) {
        if (isUnder(ADMIN, path) || isUnder(TELEGRAM, path)) {
            return Set.of(STAFF);
        }
        if (FOR_BOTH.stream().anyMatch(root -> isUnder(root, path))) {
            return Set.of(CUSTOMERS, STAFF);
        }
        return path.startsWith(API) ? Set.of(CUSTOMERS) : Set.of();
    }

    private static boolean isUnder(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
