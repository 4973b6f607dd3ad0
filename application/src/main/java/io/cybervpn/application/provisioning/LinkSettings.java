package io.cybervpn.application.provisioning;

import java.time.Duration;
import java.util.Optional;

/**
 * What a shop decides about the links that clients poll.
 *
 * @param baseUrl what stands before {@code /sub/}, without a slash at its end
 * @param title of the subscription in the clients
 * @param updateHours after which clients ask again, 1 to 168
 * @param pages where clients send people
 * @param fresh how long an answer is given again without the panel being asked, if nothing changes:
 *     1 second to 1 day
 * @param kept how long the last good answer is kept for a panel that is down: 1 minute to 30 days
 */
public record LinkSettings(
        String baseUrl, String title, int updateHours, Pages pages, Duration fresh, Duration kept) {
    private static final int HOURS_MAX = 168;

    /** Refuses what no client could follow. */
    public LinkSettings {
        if (updateHours < 1 || updateHours > HOURS_MAX) {
            throw new IllegalArgumentException("cybervpn.link.update-hours: 1 to " + HOURS_MAX);
        }
        bounded("fresh", fresh, Duration.ofSeconds(1), Duration.ofDays(1));
        bounded("kept", kept, Duration.ofMinutes(1), Duration.ofDays(30));
    }

    /**
     * Where clients send people.
     *
     * @param home of the shop
     * @param renew where a customer renews
     * @param support who helps
     * @param announce a line that clients show
     */
    public record Pages(
            String home,
            Optional<String> renew,
            Optional<String> support,
            Optional<String> announce) {}

    /** The link of a token. */
    public String urlOf(String token) {
        return baseUrl + "/sub/" + token;
    }

    private static void bounded(String what, Duration given, Duration least, Duration most) {
        if (given.compareTo(least) < 0 || given.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "cybervpn.link." + what + ": " + least + " to " + most);
        }
    }
}
