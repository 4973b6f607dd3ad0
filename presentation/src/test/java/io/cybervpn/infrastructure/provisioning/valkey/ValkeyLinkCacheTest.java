package io.cybervpn.infrastructure.provisioning.valkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.provisioning.LinkCacheContract;
import io.cybervpn.application.provisioning.LinkFile;
import io.cybervpn.application.provisioning.port.LastAnswers;
import io.cybervpn.application.provisioning.port.LinkCache;
import io.cybervpn.domain.provisioning.model.AccessLink;
import io.cybervpn.infrastructure.shared.ValkeySettings;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract on Valkey. */
@QuarkusTest
class ValkeyLinkCacheTest extends LinkCacheContract {
    @Inject ReactiveRedisDataSource valkey;
    @Inject ValkeySettings settings;
    private LinkCache cache;
    private LastAnswers last;

    @BeforeEach
    void by_a_clock_that_is_moved() {
        cache = new ValkeyLinkCache(valkey, clock, settings);
        last = new ValkeyLastAnswers(valkey, clock, settings);
    }

    @Override
    protected LinkCache cache() {
        return cache;
    }

    @Override
    protected LastAnswers last() {
        return last;
    }

    /** What one instance kept the other finds, and what one evicts neither finds (R126). */
    @Test
    void two_instances_share_answers_and_evictions() {
        LinkCache other = new ValkeyLinkCache(valkey, clock, settings);
        String link = AccessLink.hash(UUID.randomUUID().toString());
        String epoch = cache.begin(link).await().indefinitely();
        assertThat(other.begin(link).await().indefinitely()).isEqualTo(epoch);
        LinkFile file = new LinkFile("text/plain", Map.of(), new byte[] {1}, "tag");
        cache.put(new LinkCache.Slot(link, epoch, "clash"), file, Duration.ofMinutes(1))
                .await()
                .indefinitely();
        assertThat(other.find(link, "clash/", "clash").await().indefinitely()).isPresent();

        other.evict(Set.of(link)).await().indefinitely();

        assertThat(cache.find(link, "clash/", "clash").await().indefinitely()).isEmpty();
    }
}
