/** Where the desired-state records are kept. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.provisioning.repository;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
