/**
 * The contracts of a brand image pipeline and its glossary. The stages of a run are 1 {@link
 * org.brandimage.spi.decompose.Decomposer decompose}, 2 {@link
 * org.brandimage.spi.retrieve.AssetRetriever retrieve}, 3 {@link
 * org.brandimage.spi.caption.Captioner caption}, 4 {@link
 * org.brandimage.spi.plan.CompositionPlanner plan}, 5 {@link org.brandimage.spi.outpaint.Outpainter
 * outpaint}, 6 {@link org.brandimage.spi.judge.QualityJudge judge}, 7 {@link
 * org.brandimage.spi.rank.Ranker rank}. Stages are synchronous, thread-safe and take a request and
 * a {@link org.brandimage.spi.context.StageContext}; contract tests for each are in the artifact
 * {@code brandimage-spi-testkit}.
 *
 * <p>Glossary.
 *
 * <ul>
 *   <li><b>Brief</b>: the request of a customer: a line of text, the brand, canvases and limits.
 *   <li><b>Entity</b>: a product, background or theme that the brief names.
 *   <li><b>Asset</b>: an entry of the media library: a thing with its photos and description.
 *   <li><b>Scene</b>: the assets and themes that one series of pictures shows.
 *   <li><b>Scene map</b>: what a background photo shows: free ground, occupied parts, horizon,
 *       scale.
 *   <li><b>Footprint</b>: the ellipse on the ground that a standing product takes up.
 *   <li><b>Cut-out</b>: a product without its background, with an alpha channel.
 *   <li><b>Caption</b>: the text that describes a scene to a generator.
 *   <li><b>Canvas</b>: the size of a finished picture.
 *   <li><b>Grid</b>: the sections, rotations and scales to try.
 *   <li><b>Placement</b>: the position, size and rotation of one product on a canvas.
 *   <li><b>Candidate</b>: one cell of the grid: a placement for every product.
 *   <li><b>Product layer</b>: the products of a candidate in their places, transparent elsewhere.
 *   <li><b>Composite</b>: the product layer over a background, made without a generator.
 *   <li><b>Reference</b>: the composite that is given to an outpainter.
 *   <li><b>Mask</b>: for each pixel KEEP or GENERATE: whether a generator must leave it as it is.
 *   <li><b>Outpaint</b>: to generate a picture around the products.
 *   <li><b>Clean plate</b>: a picture without its products.
 *   <li><b>Restore</b>: to put the product's own pixels back into a generated picture.
 *   <li><b>Guideline</b>: a rule that a picture must follow, required or flexible.
 *   <li><b>Check</b>: a guideline that is answered by measurement.
 *   <li><b>Verdict</b>: the results of all guidelines for one picture.
 *   <li><b>Policy</b>: the rule that decides from verdicts which pictures pass.
 *   <li><b>Contender</b>: a picture that passed and is to be ranked.
 *   <li><b>Ranking</b>: contenders in order, the best first.
 *   <li><b>Finalist</b>: a picture that is delivered as a result.
 *   <li><b>Run</b>: the processing of one brief by all stages.
 *   <li><b>Round</b>: one pass of a run through the grid; a refined round may follow.
 *   <li><b>Refinement</b>: the stages to repeat in the next round, each with a note.
 *   <li><b>Provenance</b>: the record of stages, models, calls and cost that led to a result.
 *   <li><b>Fingerprint</b>: a digest of everything in a request that affects its result.
 *   <li><b>Result store</b>: the store in which paid calls are claimed and their results kept.
 *   <li><b>Claim</b>: the right to make one paid call; its token proves it.
 *   <li><b>Unknown outcome</b>: the state of a paid call whose owner ended before its result came.
 *   <li><b>Tenant</b>: the one on whose behalf a brief is run and paid for.
 *   <li><b>Refusal</b>: the kept result of a paid call that would be refused each time.
 * </ul>
 */
@NullMarked
package org.brandimage.spi;

import org.jspecify.annotations.NullMarked;
