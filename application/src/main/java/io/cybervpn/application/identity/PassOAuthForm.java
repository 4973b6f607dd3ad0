package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.OAuthFlows;
import io.cybervpn.application.identity.port.OAuthFlows.Flow;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/**
 * Leads a browser back to the client's page, when the provider sends it to us with a form: no page
 * can read one, and Apple says what somebody is called nowhere else, and only the first time.
 */
@Singleton
public final class PassOAuthForm {
    private static final int NAME_LENGTH_MAX = 100;

    private final OAuthFlows flows;

    @Inject
    PassOAuthForm(OAuthFlows flows) {
        this.flows = flows;
    }

    /**
     * What the form says.
     *
     * @param shownAs what he calls himself; show it, never trust it
     */
    public record Command(String provider, String state, Optional<String> shownAs) {}

    /** The client's page; empty when nobody waits for this. The journey goes on. */
    public Uni<Optional<URI>> execute(Command command) {
        return flows.look(command.state())
                .map(found -> found.filter(flow -> isOf(flow, command.provider())))
                .call(found -> note(found, command.shownAs()))
                .map(found -> found.map(flow -> flow.journey().returnTo()));
    }

    private static boolean isOf(Flow flow, String provider) {
        return flow.journey().provider().equals(provider);
    }

    private Uni<Void> note(Optional<Flow> found, Optional<String> shownAs) {
        Optional<String> name =
                shownAs.map(String::strip)
                        .filter(text -> !text.isEmpty() && text.length() <= NAME_LENGTH_MAX);
        return found.flatMap(flow -> name.map(flow::shownAs))
                .map(flows::amend)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
