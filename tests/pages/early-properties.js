// A script of the page that runs before the widget's script.
const finder = document.querySelector("gp-federation-finder");
finder.region = "North West";
finder.pageSize = 3;
