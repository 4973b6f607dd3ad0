package io.cybervpn.domain.renewal;

import java.util.HashSet;
import java.util.List;

/**
 * The small service that a shop gives for a while after an end, after traffic was used up, or after
 * both. A gift, given once for each end and once for each period of traffic.
 *
 * @param trafficBytes on top of what was used when it began, 1 MiB to 1 TiB
 * @param serverGroups where it is given, at most 50, each once; none: those of the plan
 * @param afterEnd whether the grace after an end is this service, rather than all of the plan; it
 *     lasts as long as the grace of the policy
 * @param afterLimitHours for how long it is given after the traffic of a period was used up, 0 to
 *     720; 0: not at all
 */
public record GraceService(
        long trafficBytes, List<String> serverGroups, boolean afterEnd, int afterLimitHours) {
    /** The least traffic. */
    public static final long TRAFFIC_MIN = 1L << 20;

    /** The most traffic. */
    public static final long TRAFFIC_MAX = 1L << 40;

    /** The most groups. */
    public static final int GROUPS_MAX = 50;

    /** The longest that it lasts after a limit. */
    public static final int HOURS_MAX = 720;

    private static final int NAME_LENGTH_MAX = 100;

    /** Copies the groups, refuses what is out of bounds or would never be given. */
    public GraceService {
        serverGroups = List.copyOf(serverGroups);
        if (trafficBytes < TRAFFIC_MIN
                || trafficBytes > TRAFFIC_MAX
                || !areNames(serverGroups)
                || afterLimitHours < 0
                || afterLimitHours > HOURS_MAX
                || !isGiven(afterEnd, afterLimitHours)) {
            throw new IllegalArgumentException("no service to be given in grace");
        }
    }

    /** Whether it would ever be given; else there is no need for it. */
    public static boolean isGiven(boolean afterEnd, int afterLimitHours) {
        return afterEnd || afterLimitHours > 0;
    }

    /** Whether a service may be given in these groups. */
    public static boolean areNames(List<String> groups) {
        return groups.size() <= GROUPS_MAX
                && new HashSet<>(groups).size() == groups.size()
                && groups.stream().allMatch(GraceService::isName);
    }

    private static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= NAME_LENGTH_MAX
                && text.chars().noneMatch(Character::isISOControl);
    }
}
