// The pages stand apart from their layout, as in Eleventy's own starter.
module.exports = () => ({ dir: { includes: "../_includes" }, markdownTemplateEngine: false });
