package io.cybervpn.application.provisioning;

import io.cybervpn.domain.provisioning.model.AccessLink;
import io.cybervpn.domain.shared.Limit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Tells whoever has a link how its subscription stands, by our own records alone. */
@Singleton
public final class ViewLink {
    private final LinkTargets targets;
    private final LinkSettings settings;

    @Inject
    ViewLink(LinkTargets targets, LinkSettings settings) {
        this.targets = targets;
        this.settings = settings;
    }

    /** Which. */
    public record Query(String token) {
        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Query";
        }
    }

    /** The answer. */
    public sealed interface Result {
        /**
         * So it stands.
         *
         * @param url of the link itself
         * @param language tag of what the owner reads
         * @param usedBytes as the panel last told
         */
        record Found(
                String url,
                LinkState state,
                String language,
                Instant expireAt,
                long usedBytes,
                Limit traffic,
                String title,
                LinkSettings.Pages pages)
                implements Result {
            /** Leaves the link out. */
            @Override
            public String toString() {
                return "Found[" + state + "]";
            }
        }

        /** The token opens nothing, or not any more. */
        record NoSuchLink() implements Result {}
    }

    /** Answers. */
    public Uni<Result> execute(Query query) {
        return targets.find(AccessLink.hash(query.token()))
                .map(target -> answer(target, query.token()));
    }

    private Result answer(LinkTarget target, String token) {
        return switch (target) {
            case LinkTarget.Unknown() -> new Result.NoSuchLink();
            case LinkTarget.Stopped(var standing, var why) -> found(standing, why, token);
            case LinkTarget.Open(var standing, var _) ->
                    found(
                            standing,
                            isUsedUp(standing) ? LinkState.LIMITED : LinkState.ACTIVE,
                            token);
        };
    }

    private static boolean isUsedUp(LinkTarget.Standing standing) {
        return switch (standing.traffic()) {
            case Limit.Unlimited() -> false;
            case Limit.Of(var amount) -> standing.usedBytes() >= amount;
        };
    }

    private Result found(LinkTarget.Standing standing, LinkState state, String token) {
        return new Result.Found(
                settings.urlOf(token),
                state,
                standing.language(),
                standing.expireAt(),
                standing.usedBytes(),
                standing.traffic(),
                settings.title(),
                settings.pages());
    }
}
