package io.cybervpn.domain.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.domain.identity.IpRange;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiKeyTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final TokenHash FIRST = TokenHash.of("first");
    private static final TokenHash SECOND = TokenHash.of("second");
    private static final Optional<InetAddress> HOME = IpRange.address("192.0.2.1");

    private static ApiKey key(Optional<Instant> end, String... networks) {
        List<IpRange> ranges =
                List.of(networks).stream().map(IpRange::parse).flatMap(Optional::stream).toList();
        return ApiKey.make(
                new ApiKeyId(UUID.randomUUID()),
                new ApiKey.Terms("of a test", Set.of("users:read"), ranges, end),
                FIRST,
                Optional.empty(),
                NOW);
    }

    @Test
    void it_opens_for_its_secret_until_its_end() {
        ApiKey key = key(Optional.of(NOW.plusSeconds(10)));
        assertThat(key.admits(FIRST, HOME, NOW)).isTrue();
        assertThat(key.admits(SECOND, HOME, NOW)).isFalse();
        assertThat(key.admits(FIRST, HOME, NOW.plusSeconds(10))).isFalse();
        assertThat(key.revoke(NOW).admits(FIRST, HOME, NOW)).isFalse();
    }

    @Test
    void it_opens_from_its_networks_alone() {
        ApiKey key = key(Optional.empty(), "192.0.2.0/24", "2001:db8::/32");
        assertThat(key.admits(FIRST, HOME, NOW)).isTrue();
        assertThat(key.admits(FIRST, IpRange.address("2001:db8::5"), NOW)).isTrue();
        assertThat(key.admits(FIRST, IpRange.address("198.51.100.1"), NOW)).isFalse();
        assertThat(key.admits(FIRST, Optional.empty(), NOW)).isFalse();
    }

    @Test
    void after_a_rotation_the_old_secret_is_good_as_long_as_was_said() {
        Duration overlap = Duration.ofHours(2);
        ApiKey key = key(Optional.empty()).rotate(SECOND, overlap, NOW);
        Instant end = NOW.plus(overlap);
        assertThat(key.admits(SECOND, HOME, NOW)).isTrue();
        assertThat(key.admits(FIRST, HOME, end.minusMillis(1))).isTrue();
        assertThat(key.admits(FIRST, HOME, end)).isFalse();
        assertThat(key.admits(SECOND, HOME, end)).isTrue();
    }

    @Test
    void without_an_overlap_and_after_another_rotation_the_old_one_is_worth_nothing() {
        ApiKey at_once = key(Optional.empty()).rotate(SECOND, Duration.ZERO, NOW);
        assertThat(at_once.admits(FIRST, HOME, NOW)).isFalse();
        ApiKey twice =
                key(Optional.empty())
                        .rotate(SECOND, ApiKey.OVERLAP_MAX, NOW)
                        .rotate(TokenHash.of("third"), ApiKey.OVERLAP_MAX, NOW);
        assertThat(twice.admits(FIRST, HOME, NOW)).isFalse();
        assertThat(twice.admits(SECOND, HOME, NOW)).isTrue();
    }

    @Test
    void an_overlap_is_at_most_a_day() {
        ApiKey key = key(Optional.empty());
        Duration longer = ApiKey.OVERLAP_MAX.plusSeconds(1);
        assertThatThrownBy(() -> key.rotate(SECOND, longer, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
