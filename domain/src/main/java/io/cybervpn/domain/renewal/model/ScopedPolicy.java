package io.cybervpn.domain.renewal.model;

import io.cybervpn.domain.renewal.Scope;

/**
 * A policy that staff made.
 *
 * @param version counts its edits from 1; 0: nobody ever made one
 */
public record ScopedPolicy(Scope scope, DunningPolicy policy, long version) {}
