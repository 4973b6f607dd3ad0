/** The desired-state records, their queue and their list on PostgreSQL. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.provisioning.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
