package io.cybervpn.presentation.shared.rest;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.identity.AccountKind;
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

    /** What only staff hear of. */
    private static final String SOCKET = API + "ws/monitoring";

    /** The first plan's name for a part of {@link #ADMIN}. */
    private static final String USERS = API + "users";

    /** Clients have it outside of {@link #ADMIN} (R151). */
    private static final String MONITORING = API + "monitoring";

    private static final List<String> FOR_STAFF =
            List.of(ADMIN, TELEGRAM, USERS, MONITORING, SOCKET);

    /** What everybody has who can log in. */
    private static final List<String> FOR_BOTH =
            List.of(
                    API + "account/activity",
                    API + "auth",
                    API + "me",
                    API + "passkeys",
                    API + "sessions",
                    API + "two-factor",
                    API + "ws-tickets",
                    API + "ws/notifications");

    /**
     * What a key opens in a customer's name, of what is not for customers alone: his profile, and
     * none of his ways in.
     */
    private static final String PROFILE = API + "me";

    /** A customer's alone: what would take his account from him. */
    private static final List<String> NOT_FOR_KEYS =
            List.of(API + "identities", API + "passkeys", API + "account");

    /** What staff need to show a second factor, or to get one. */
    private static final List<String> BEFORE_PROOF =
            List.of(
                    API + "auth",
                    API + "me",
                    API + "passkeys",
                    API + "sessions",
                    API + "two-factor");

    private final String claim;

    Audience(String claim) {
        this.claim = claim;
    }

    /** Whether a token for some audiences opens a path. */
    static boolean admits(Set<String> claims, String path) {
        return of(path).stream().anyMatch(audience -> claims.contains(audience.claim));
    }

    /** Whether a path is for this side, whatever token it came with. */
    static boolean isOpenTo(AccountKind kind, String path) {
        return of(path).contains(
                        switch (kind) {
                            case CUSTOMER -> CUSTOMERS;
                            case STAFF -> STAFF;
                        });
    }

    /** Whether only staff have business there. */
    static boolean isForStaffAlone(String path) {
        return of(path).equals(Set.of(STAFF));
    }

    /** Whether an API key opens a path, for itself or in the name of a customer. */
    static boolean admits(Actor actor, String path) {
        Set<Audience> audiences = of(path);
        return switch (actor) {
            case Actor.Key _ -> isForStaffAlone(path);
            case Actor.Customer _ -> path.equals(PROFILE) || isForCustomersAlone(audiences, path);
            case Actor.Guest _, Actor.Staff _, Actor.System _ -> false;
        };
    }

    private static boolean isForCustomersAlone(Set<Audience> audiences, String path) {
        return audiences.equals(Set.of(CUSTOMERS))
                && NOT_FOR_KEYS.stream().noneMatch(root -> isUnder(root, path));
    }

    /** Whether a path opens to staff who have not shown a second factor in their session. */
    static boolean isBeforeProof(String path) {
        return BEFORE_PROOF.stream().anyMatch(root -> isUnder(root, path));
    }

    private static Set<Audience> of(String path) {
        if (FOR_STAFF.stream().anyMatch(root -> isUnder(root, path))) {
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
