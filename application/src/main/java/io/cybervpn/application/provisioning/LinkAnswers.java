package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.LastAnswers;
import io.cybervpn.application.provisioning.port.LinkCache;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnConfigs;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the answer of a link as things stand, and keeps it. */
@Singleton
final class LinkAnswers {
    /**
     * A refused device may be let in any moment; a panel that is down is not asked by each poll.
     */
    private static final Duration SOON = Duration.ofSeconds(15);

    private final VpnConfigs configs;
    private final LinkCache cache;
    private final LastAnswers last;
    private final LinkSettings settings;
    private final LinkHeaders headers;
    private final LinkWords words;
    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final Clock clock;

    @Inject
    LinkAnswers(
            VpnConfigs configs,
            LinkCache cache,
            LastAnswers last,
            LinkSettings settings,
            LinkHeaders headers,
            LinkWords words,
            UnitOfWork unitOfWork,
            Accesses accesses,
            Clock clock) {
        this.configs = configs;
        this.cache = cache;
        this.last = last;
        this.settings = settings;
        this.headers = headers;
        this.words = words;
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.clock = clock;
    }

    /** Says why there are no servers. */
    Uni<PollLink.Result> stopped(
            Poll poll, String epoch, LinkTarget.Standing standing, LinkState why) {
        LinkFile file = placeholder(poll, standing, why, Map.of());
        return why == LinkState.PREPARING
                ? served(file)
                : keep(poll, epoch, poll.shared(), file, settings.fresh());
    }

    /** Asks the panel, or says what it said last. */
    Uni<PollLink.Result> fetched(Poll poll, String epoch, LinkTarget.Open open) {
        return configs.fetch(open.user(), poll.request())
                .chain(answer -> judge(poll, epoch, open.standing(), answer))
                .onFailure(LinkAnswers::isOutage)
                .recoverWithUni(() -> lastGood(poll, epoch, open.standing()));
    }

    private Uni<PollLink.Result> judge(
            Poll poll, String epoch, LinkTarget.Standing standing, VpnConfigs.Answer answer) {
        return switch (answer) {
            case VpnConfigs.Answer.Found(var file) -> found(poll, epoch, standing, file);
            case VpnConfigs.Answer.Gone() ->
                    recheck(standing.access()).chain(() -> lastGood(poll, epoch, standing));
            case VpnConfigs.Answer.NotOffered() ->
                    Uni.createFrom().item(new PollLink.Result.NotOffered());
        };
    }

    private Uni<PollLink.Result> found(
            Poll poll, String epoch, LinkTarget.Standing standing, ConfigFile ofPanel) {
        Map<String, String> told = ofPanel.headers();
        String variant = told.containsKey("x-hwid-active") ? poll.own() : poll.shared();
        if (told.containsKey("x-hwid-limit")) {
            LinkState why =
                    told.containsKey("x-hwid-not-supported")
                            ? LinkState.DEVICE_UNNAMED
                            : LinkState.DEVICES_FULL;
            return keep(poll, epoch, variant, placeholder(poll, standing, why, told), SOON);
        }
        if (LinkHeaders.isUsedUp(told)) {
            LinkFile file = placeholder(poll, standing, LinkState.LIMITED, told);
            return keep(poll, epoch, variant, file, settings.fresh());
        }
        LinkFile file =
                LinkFile.of(
                        new ConfigFile(
                                ofPanel.contentType(), headers.of(standing, told), ofPanel.body()));
        return last.put(standing.access(), variant, file, settings.kept())
                .chain(() -> keep(poll, epoch, variant, file, fresh(standing)));
    }

    /** No answer is given again after the end of what it opens, or of a grace. */
    private Duration fresh(LinkTarget.Standing standing) {
        Instant now = clock.instant();
        Duration left = Duration.between(now, standing.changesAt());
        Duration usual = settings.fresh();
        return left.compareTo(usual) < 0 ? left : usual;
    }

    private LinkFile placeholder(
            Poll poll, LinkTarget.Standing standing, LinkState why, Map<String, String> told) {
        ConfigFile names =
                Placeholders.of(
                        poll.format(), words.of(why, standing.language(), standing.expireAt()));
        return LinkFile.of(
                new ConfigFile(names.contentType(), headers.of(standing, told), names.body()));
    }

    private Uni<PollLink.Result> lastGood(Poll poll, String epoch, LinkTarget.Standing standing) {
        return last.find(standing.access(), poll.own())
                .chain(
                        own ->
                                own.isPresent()
                                        ? Uni.createFrom().item(own)
                                        : last.find(standing.access(), poll.shared()))
                .chain(found -> stale(poll, epoch, found));
    }

    private Uni<PollLink.Result> stale(Poll poll, String epoch, Optional<LinkFile> found) {
        return found.map(file -> keep(poll, epoch, poll.own(), file.stale(), SOON))
                .orElseGet(() -> Uni.createFrom().item(new PollLink.Result.NoAnswer()));
    }

    private Uni<PollLink.Result> keep(
            Poll poll, String epoch, String variant, LinkFile file, Duration fresh) {
        return cache.put(new LinkCache.Slot(poll.tokenHash(), epoch, variant), file, fresh)
                .chain(() -> served(file));
    }

    private static Uni<PollLink.Result> served(LinkFile file) {
        return Uni.createFrom().item(new PollLink.Result.Served(file));
    }

    private Uni<Integer> recheck(AccessId access) {
        return unitOfWork.run(() -> accesses.recheck(Set.of(access), clock.instant()));
    }

    private static boolean isOutage(Throwable failure) {
        return failure instanceof PanelUnavailable || failure instanceof PanelRefused;
    }
}
