package io.cybervpn.application.appstore.port;

import io.cybervpn.domain.appstore.model.Environment;
import java.util.List;
import java.util.Optional;

/** Reads stored pushes of the store's side. Pure. */
public interface StoreNotices {
    /** A push, understood. */
    sealed interface Notice {
        /**
         * Something happened to a customer, of a known kind or not.
         *
         * @param event its id
         * @param type as told, for staff
         * @param environment empty when it is not told
         * @param users all his names, the likeliest first
         */
        record About(
                String event, String type, Optional<Environment> environment, List<String> users)
                implements Notice {
            /** Copies the list. */
            public About {
                users = List.copyOf(users);
            }
        }

        /** Purchases went from some customers to others. */
        record Moved(
                String event, Optional<Environment> environment, List<String> from, List<String> to)
                implements Notice {
            /** Copies the lists. */
            public Moved {
                from = List.copyOf(from);
                to = List.copyOf(to);
            }
        }

        /** Nothing follows from it. */
        record Irrelevant(String what) implements Notice {}

        /** Not as expected: staff must look. */
        record NotUnderstood(String why) implements Notice {}
    }

    /** As in the path of the webhook. */
    String source();

    /** Understands a push. */
    Notice read(String body);
}
