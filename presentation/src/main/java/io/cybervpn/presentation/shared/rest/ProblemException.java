package io.cybervpn.presentation.shared.rest;

import java.time.Duration;
import java.util.Optional;

/**
 * Carries a {@link Problem} out of a resource. Has no stack trace: it is an answer, not a fault.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Optional<Duration> retryAfter;

    ProblemException(Problem problem) {
        this(problem, Optional.empty());
    }

    private ProblemException(Problem problem, Optional<Duration> retryAfter) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** With a {@code Retry-After} header, in whole seconds. */
    public ProblemException retryAfter(Duration wait) {
        return new ProblemException(problem, Optional.of(wait));
    }

    Problem problem() {
        return problem;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
