package io.cybervpn.presentation.shared.rest;

/**
 * Whether staff work without a second factor: {@code cybervpn.staff.second-factor}. What is
 * dangerous needs one in any case.
 */
enum StaffProof {
    /** A session without one opens what it takes to get one, and nothing else. */
    REQUIRED,
    /** Only who has set one up is asked for it; no shop in production starts like this. */
    OPTIONAL
}
