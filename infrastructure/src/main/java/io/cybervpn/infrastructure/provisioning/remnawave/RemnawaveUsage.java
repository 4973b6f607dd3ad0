package io.cybervpn.infrastructure.provisioning.remnawave;

import io.cybervpn.application.provisioning.port.PanelUsage;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statistics of 2.x and 3.x. Answers are kept for a minute, since people look again and the
 * panel has new figures every few minutes.
 */
@Singleton
class RemnawaveUsage implements PanelUsage {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int KEPT_MAX = 1000;
    private static final int NODES_MAX = 1000;

    private final RemnawaveClients panels;
    private final Clock clock;
    private final Map<Question, Answer> kept =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<Question, Answer> eldest) {
                            return size() > KEPT_MAX;
                        }
                    });

    @Inject
    RemnawaveUsage(RemnawaveClients panels, Clock clock) {
        this.panels = panels;
        this.clock = clock;
    }

    private record Question(PanelId panel, String user, LocalDate first, LocalDate last) {}

    private record Answer(List<NodeUsage> nodes, Instant at) {}

    @Override
    public Uni<List<NodeUsage>> byNode(PanelUser user, LocalDate first, LocalDate last) {
        Question question = new Question(user.panel(), user.ref(), first, last);
        return Optional.ofNullable(kept.get(question))
                .filter(answer -> answer.at().plus(KEPT).isAfter(clock.instant()))
                .map(answer -> Uni.createFrom().item(answer.nodes()))
                .orElseGet(() -> ask(question));
    }

    private Uni<List<NodeUsage>> ask(Question question) {
        return panels.call(
                        question.panel(),
                        api ->
                                api.usage(
                                        question.user(),
                                        question.first().toString(),
                                        question.last().toString(),
                                        NODES_MAX))
                .map(answer -> nodes(answer.response()))
                .invoke(nodes -> kept.put(question, new Answer(nodes, clock.instant())))
                .onFailure()
                .transform(UserRef::meaning);
    }

    private static List<NodeUsage> nodes(NodeUsageJson.SeriesJson found) {
        return found.series().stream()
                .map(NodeUsageJson::usage)
                .sorted(Comparator.comparingLong(NodeUsage::bytes).reversed())
                .toList();
    }
}
