/**
 * The contracts of a brand image pipeline, for those who write a stage. A run goes 1 {@link
 * org.brandimage.spi.decompose.Decomposer decompose}, 2 {@link
 * org.brandimage.spi.retrieve.AssetRetriever retrieve}, 3 {@link
 * org.brandimage.spi.caption.Captioner caption}, 4 {@link
 * org.brandimage.spi.plan.CompositionPlanner plan}, 5 {@link org.brandimage.spi.outpaint.Outpainter
 * outpaint}, 6 {@link org.brandimage.spi.judge.QualityJudge judge}, 7 {@link
 * org.brandimage.spi.rank.Ranker rank}. Stages are synchronous, thread-safe and take a request and
 * a {@link org.brandimage.spi.context.StageContext}; contract tests for each are in the artifact
 * {@code brandimage-spi-testkit}.
 *
 * <p>Glossary. <b>Brief</b>: what a customer asks for. <b>Entity</b>: a product, background or
 * theme the brief names. <b>Asset</b>: an entry of the media library. <b>Scene</b>: the assets one
 * series of pictures shows. <b>Cut-out</b>: a product with an alpha channel. <b>Caption</b>: the
 * text a generator reads. <b>Grid</b>: sections, rotations and scales to try. <b>Candidate</b>: one
 * cell of the grid, a list of <b>placements</b>. <b>Canvas</b>: the size of a finished picture.
 * <b>Mask</b>: which pixels a generator must keep. <b>Outpainting</b>: pictures generated around a
 * product. <b>Clean plate</b>: a picture without its products. <b>Restoring</b>: putting the
 * product's own pixels back. <b>Guideline</b>: a rule a picture is held to. <b>Check</b>: a
 * guideline answered by measurement. <b>Verdict</b>: the results of one picture. <b>Policy</b>:
 * what decides whether a verdict passes. <b>Ranking</b>: pictures in order. <b>Finalist</b>: a
 * picture a person gets to see. <b>Run</b>: one brief on its way through all stages.
 * <b>Provenance</b>: the record of how a result came to be.
 */
@NullMarked
package org.brandimage.spi;

import org.jspecify.annotations.NullMarked;
